package org.initbench;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.xpath.XPathConstants;
import javax.xml.xpath.XPathFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;

/** Prevents a dependency that nobody can say the use of. */
class DependenciesDocumentedTest {

    @Test
    void thePageOfDependenciesNamesEachOfThem() throws Exception {
        Document pom = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(Path.of("pom.xml").toFile());
        NodeList artifacts = (NodeList) XPathFactory.newInstance()
                .newXPath()
                .evaluate(
                        "/project/dependencies/dependency/artifactId|/project/profiles//dependency/artifactId",
                        pom,
                        XPathConstants.NODESET);
        List<String> names = new ArrayList<>();
        for (int i = 0; i < artifacts.getLength(); i++) {
            names.add(artifacts.item(i).getTextContent());
        }
        String page = Files.readString(Path.of("docs", "dependencies.md"));
        assertThat(names).hasSizeGreaterThan(20);
        assertThat(names).filteredOn(name -> !page.contains("`" + name + "`")).isEmpty();
    }
}
