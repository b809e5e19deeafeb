package org.initbench.report;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.CharacterEscapes;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import org.jspecify.annotations.Nullable;

/**
 * JSON that can stand inside of a script element whatever it says: nothing in it looks like markup. Doubles have six
 * digits; NaN and infinities are strings.
 */
final class PageJson {

    private static final MathContext DIGITS = new MathContext(6);
    private static final JsonMapper MAPPER = mapper();

    private PageJson() {}

    static String of(Object data) {
        try {
            return MAPPER.writeValueAsString(data);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("the data of a page cannot be written", impossible);
        }
    }

    private static JsonMapper mapper() {
        SimpleModule rounded = new SimpleModule()
                .addSerializer(Double.class, new RoundedDouble())
                .addSerializer(double.class, new RoundedDouble());
        JsonMapper mapper = JsonMapper.builder()
                .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
                .addModule(rounded)
                .build();
        mapper.getFactory().setCharacterEscapes(new WithoutMarkup());
        return mapper;
    }

    private static final class RoundedDouble extends JsonSerializer<Double> {
        @Override
        public void serialize(Double value, JsonGenerator out, SerializerProvider serializers) throws IOException {
            if (value.isNaN() || value.isInfinite()) {
                out.writeString(value.toString());
                return;
            }
            BigDecimal rounded = new BigDecimal(value).round(DIGITS).stripTrailingZeros();
            out.writeNumber(rounded.signum() == 0 ? "0" : rounded.toString().replace("E+", "E"));
        }
    }

    private static final class WithoutMarkup extends CharacterEscapes {

        private static final long serialVersionUID = 1;
        private final int[] escapes = standardAsciiEscapesForJSON();

        WithoutMarkup() {
            for (char markup : new char[] {'<', '>', '&', '\''}) {
                escapes[markup] = ESCAPE_STANDARD;
            }
        }

        @Override
        public int[] getEscapeCodesForAscii() {
            return escapes.clone();
        }

        @Override
        public @Nullable SerializableString getEscapeSequence(int character) {
            return null;
        }
    }
}
