package org.initbench.data;

import java.awt.Graphics2D;
import java.awt.Image;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.apache.commons.codec.binary.Hex;
import org.apache.commons.codec.digest.DigestUtils;
import org.initbench.config.FileTrouble;
import org.initbench.config.InvalidInputException;
import org.initbench.config.Problems;

/**
 * Pictures in a folder for each class, PNG or JPEG as Java reads them: {@code train/cat/1.png} and {@code test/cat/2.png}, or
 * {@code cat/1.png} where there is no test part. Each is resized to one square by the mean of the pixels that go into one, whatever
 * its sides were.
 *
 * @param root of the folders
 * @param size side of a picture, in pixels
 * @param channels 1 for grey, 3 for colour
 * @param classes names of the folders, sorted
 * @param train pictures to learn from
 * @param test pictures to be tested on; none where there is no such folder
 * @param left how many files are no pictures by their name
 */
record ImageFolder(
        Path root, int size, int channels, List<String> classes, List<Picture> train, List<Picture> test, int left)
        implements ImageSource {

    static final String NAME = "images";

    private static final int MOST_CLASSES = 256;
    private static final int MOST_TOLD = 5;

    /**
     * A file.
     *
     * @param label place of its folder among the classes
     */
    record Picture(FileVersion file, int label) {}

    /**
     * Looks through a folder; no picture is opened.
     *
     * @throws InvalidInputException if there are no folders of classes
     */
    static ImageFolder of(Path root, int size, int channels) {
        boolean hasParts = Files.isDirectory(root.resolve("train"));
        Path train = hasParts ? root.resolve("train") : root;
        Path test = root.resolve("test");
        List<String> classes = folders(train);
        Problems problems = new Problems();
        if (classes.size() < 2 || classes.size() > MOST_CLASSES) {
            problems.add(
                    "data.folder: " + train + " has " + classes.size() + (classes.size() == 1 ? " folder" : " folders")
                            + " with pictures; give it one for each class, from 2 to " + MOST_CLASSES
                            + ", with PNG or JPEG files, as in cat/1.png");
        }
        List<Picture> toLearn = pictures(train, classes);
        List<Picture> toTest = List.of();
        if (hasParts && Files.isDirectory(test)) {
            folders(test).stream()
                    .filter(name -> !classes.contains(name))
                    .forEach(name -> problems.add("data.folder: " + test.resolve(name) + " is a class that is not in "
                            + train + "; remove it, or give pictures to learn it from"));
            toTest = pictures(test, classes);
        }
        problems.throwIfAny();
        int left = files(train, classes).size() - toLearn.size();
        return new ImageFolder(root, size, channels, classes, toLearn, toTest, left);
    }

    /** Whether a folder has two folders with pictures in them. */
    static boolean isOne(Path root) {
        Path train = root.resolve("train");
        return folders(Files.isDirectory(train) ? train : root).size() > 1;
    }

    private static List<String> folders(Path parent) {
        return list(parent).stream()
                .filter(Files::isDirectory)
                .filter(folder -> list(folder).stream().anyMatch(ImageFolder::isPicture))
                .map(folder -> String.valueOf(folder.getFileName()))
                .toList();
    }

    private static List<Picture> pictures(Path parent, List<String> classes) {
        List<Picture> pictures = new ArrayList<>();
        for (int label = 0; label < classes.size(); label++) {
            Path folder = parent.resolve(classes.get(label));
            if (Files.isDirectory(folder)) {
                for (Path file : list(folder)) {
                    if (isPicture(file)) {
                        pictures.add(new Picture(FileVersion.of(file), label));
                    }
                }
            }
        }
        return List.copyOf(pictures);
    }

    private static List<Path> files(Path parent, List<String> classes) {
        return classes.stream()
                .flatMap(name -> list(parent.resolve(name)).stream())
                .toList();
    }

    private static List<Path> list(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> !String.valueOf(file.getFileName()).startsWith("."))
                    .sorted()
                    .toList();
        } catch (IOException unreadable) {
            throw new InvalidInputException(
                    "data.folder: cannot read " + folder + ": " + FileTrouble.reason(unreadable));
        }
    }

    private static boolean isPicture(Path file) {
        String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        return name.endsWith(".png") || name.endsWith(".jpg") || name.endsWith(".jpeg");
    }

    private String name() {
        Path name = root.toAbsolutePath().normalize().getFileName();
        return name == null ? NAME : name.toString();
    }

    /** What should be known of them. */
    Optional<String> remark() {
        return left == 0
                ? Optional.empty()
                : Optional.of(left + (left == 1 ? " file of " : " files of ") + root
                        + (left == 1 ? ", which is no PNG or JPEG, is" : ", which are no PNG or JPEG, are")
                        + " left out");
    }

    @Override
    public ImageSet load() {
        Problems problems = new Problems();
        LabeledImages toLearn = read(train, problems);
        LabeledImages toTest = read(test, problems);
        List<String> wrong = problems.sentences();
        if (wrong.size() > MOST_TOLD) {
            List<String> told = new ArrayList<>(wrong.subList(0, MOST_TOLD));
            told.add("and " + (wrong.size() - MOST_TOLD) + " more files of " + root);
            throw new InvalidInputException(told);
        }
        problems.throwIfAny();
        return new ImageSet(name(), toLearn, toTest, classes);
    }

    private LabeledImages read(List<Picture> pictures, Problems problems) {
        int each = channels * size * size;
        byte[] pixels = new byte[Math.multiplyExact(pictures.size(), each)];
        byte[] labels = new byte[pictures.size()];
        for (int at = 0; at < labels.length; at++) {
            labels[at] = (byte) pictures.get(at).label();
            read(pictures.get(at).file().path(), pixels, at * each, problems);
        }
        return new LabeledImages(pixels, labels, channels, size, size);
    }

    private void read(Path file, byte[] pixels, int offset, Problems problems) {
        try {
            BufferedImage picture = ImageIO.read(file.toFile());
            if (picture != null) {
                write(resized(picture), pixels, offset);
                return;
            }
            problems.add(file + ": is no PNG or JPEG that Java reads; remove it, or save it anew");
        } catch (IOException | IllegalArgumentException damaged) {
            problems.add(file + ": cannot be read (" + damaged.getMessage() + "); remove it, or save it anew");
        }
    }

    /** Transparent places are black. */
    private BufferedImage resized(BufferedImage picture) {
        BufferedImage square = new BufferedImage(size, size, BufferedImage.TYPE_INT_RGB);
        Graphics2D canvas = square.createGraphics();
        boolean fits = picture.getWidth() == size && picture.getHeight() == size;
        Image scaled = fits ? picture : opaque(picture).getScaledInstance(size, size, Image.SCALE_AREA_AVERAGING);
        canvas.drawImage(scaled, 0, 0, null);
        canvas.dispose();
        return square;
    }

    private static BufferedImage opaque(BufferedImage picture) {
        BufferedImage opaque = new BufferedImage(picture.getWidth(), picture.getHeight(), BufferedImage.TYPE_INT_RGB);
        Graphics2D canvas = opaque.createGraphics();
        canvas.drawImage(picture, 0, 0, null);
        canvas.dispose();
        return opaque;
    }

    /** Grey is the luma of ITU-R BT.601: .299 red + .587 green + .114 blue. */
    private void write(BufferedImage picture, byte[] pixels, int offset) {
        int[] colours = picture.getRGB(0, 0, size, size, null, 0, size);
        for (int i = 0; i < colours.length; i++) {
            int red = colours[i] >> 16 & 0xff;
            int green = colours[i] >> 8 & 0xff;
            int blue = colours[i] & 0xff;
            if (channels == 1) {
                pixels[offset + i] = (byte) ((299 * red + 587 * green + 114 * blue + 500) / 1000);
            } else {
                pixels[offset + i] = (byte) red;
                pixels[offset + colours.length + i] = (byte) green;
                pixels[offset + 2 * colours.length + i] = (byte) blue;
            }
        }
    }

    /** One for the whole folder: of each file's place and content, in order. */
    @Override
    public Map<String, String> checksums() {
        MessageDigest digest = DigestUtils.getSha256Digest();
        try {
            for (Picture picture : Stream.concat(train.stream(), test.stream()).toList()) {
                Path file = picture.file().path();
                DigestUtils.updateDigest(
                        digest, root.relativize(file).toString().replace('\\', '/'));
                DigestUtils.updateDigest(digest, file.toFile());
            }
        } catch (IOException unreadable) {
            throw new InvalidInputException("data.folder: cannot read " + root + ": " + FileTrouble.reason(unreadable));
        }
        Map<String, String> checksums = new HashMap<>();
        checksums.put(name(), Hex.encodeHexString(digest.digest()));
        return checksums;
    }
}
