package io.vigie.desk.feed;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.vigie.sink.elastic.AlertDocument;
import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.util.List;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * Atom (RFC 4287). An entry's id is the alert's, so that a reader shows an amended alert as changed, not as another;
 * everything is of type {@code text}.
 */
final class AtomFeed {

    private static final String NAMESPACE = "http://www.w3.org/2005/Atom";

    private final XMLStreamWriter xml;

    private AtomFeed(XMLStreamWriter xml) {
        this.xml = xml;
    }

    static byte[] write(String self, String title, List<AlertDocument> alerts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            XMLStreamWriter xml = XMLOutputFactory.newInstance().createXMLStreamWriter(out, UTF_8.name());
            new AtomFeed(xml).feed(self, title, alerts);
            xml.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("a feed that cannot be written", e);
        }
        return out.toByteArray();
    }

    private void feed(String self, String title, List<AlertDocument> alerts) throws XMLStreamException {
        xml.writeStartDocument(UTF_8.name(), "1.0");
        xml.setDefaultNamespace(NAMESPACE);
        xml.writeStartElement(NAMESPACE, "feed");
        xml.writeDefaultNamespace(NAMESPACE);
        text("id", self);
        text("title", title);
        link("self", self);
        text(
                "updated",
                alerts.stream()
                        .map(AlertDocument::detectedAt)
                        .max(Instant::compareTo)
                        .orElse(Instant.EPOCH)
                        .toString());
        for (AlertDocument alert : alerts) {
            entry(alert);
        }
        xml.writeEndElement();
        xml.writeEndDocument();
    }

    private void entry(AlertDocument alert) throws XMLStreamException {
        xml.writeStartElement(NAMESPACE, "entry");
        text("id", "urn:vigie:alert:" + alert.alertId());
        text("title", Entry.title(alert));
        if (Entry.isWeb(alert.url())) {
            link("alternate", alert.url().toASCIIString());
        }
        text("updated", alert.detectedAt().toString());
        Instant published = alert.datePublished();
        if (published != null) {
            text("published", published.toString());
        }
        xml.writeStartElement(NAMESPACE, "author");
        text("name", alert.outlet().name());
        xml.writeEndElement();
        for (AlertDocument.ThemeScore theme : alert.themes()) {
            xml.writeEmptyElement(NAMESPACE, "category");
            xml.writeAttribute("term", theme.theme());
        }
        text("summary", Entry.summary(alert));
        xml.writeEndElement();
    }

    private void text(String name, String value) throws XMLStreamException {
        xml.writeStartElement(NAMESPACE, name);
        xml.writeCharacters(Entry.xmlText(value));
        xml.writeEndElement();
    }

    private void link(String relation, String address) throws XMLStreamException {
        xml.writeEmptyElement(NAMESPACE, "link");
        xml.writeAttribute("rel", relation);
        xml.writeAttribute("href", Entry.xmlText(address));
    }
}
