package io.vigie.ingest.charset;

import com.ibm.icu.text.CharsetDetector;
import com.ibm.icu.text.CharsetMatch;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.SequenceInputStream;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Bytes into characters, whatever was declared. The order is that of RFC 7303, with what the bytes themselves prove put
 * above what is merely said of them:
 *
 * <ol>
 *   <li>a byte order mark; two or four bytes a character, or EBCDIC, as the first characters show;
 *   <li>UTF-8 that is valid throughout, where the declaration is one that everybody makes, or where there is a lot of it;
 *   <li>the {@code charset} of the content type, the XML declaration, the {@code meta} of HTML: the first that the bytes
 *       do not contradict;
 *   <li>UTF-8 with a few stray bytes; Thai and Cyrillic, which ICU cannot tell or tells badly; ICU's letter statistics;
 *       windows-1252.
 * </ol>
 *
 * Labels mean what the WHATWG Encoding Standard says they mean: {@code iso-8859-1} is windows-1252.
 */
public final class EncodedText {

    private static final int SAMPLE = 1024 * 1024;

    /** The Encoding Standard asks for 1,024 bytes; real pages put scripts before their meta. */
    private static final int HEAD = 16 * 1024;

    private static final byte ESCAPE = 0x1b;
    private static final int CONVINCING = 10;
    private static final int STATISTICS = 32 * 1024;
    private static final int LEAST_CONFIDENCE = 15;

    private static final Pattern PARAMETER = Pattern.compile("(?i)charset\\s*=\\s*[\"']?\\s*([\\w.:-]+)");
    private static final Pattern XML_DECLARATION =
            Pattern.compile("<\\?xml[^>]{0,200}?encoding\\s*=\\s*[\"']?\\s*([\\w.:-]+)");

    private EncodedText() {}

    /**
     * Opens a document for reading. Decoding never fails and holds one buffer at a time.
     *
     * @param document its bytes, decompressed
     * @param contentType as the server sent it, for example {@code text/xml; charset=utf-8}; absent when unknown
     * @throws IOException only when {@code document} itself throws one
     */
    public static Reader open(InputStream document, @Nullable String contentType) throws IOException {
        byte[] sample = document.readNBytes(SAMPLE);
        Charset charset = charset(sample, contentType);
        return new LenientReader(new SequenceInputStream(new ByteArrayInputStream(sample), document), charset);
    }

    /**
     * Decodes a page that is in memory. What its charset does not have becomes U+FFFD; a byte order mark is left out;
     * text that was encoded twice is decoded twice.
     *
     * @param document its bytes, decompressed
     * @param contentType as the server sent it; absent when unknown
     */
    public static String decode(byte[] document, @Nullable String contentType) {
        StringWriter text = new StringWriter(document.length);
        try (Reader reader = open(document, contentType)) {
            reader.transferTo(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e); // bytes in memory do not fail
        }
        return text.toString();
    }

    /**
     * Decodes as {@link #decode} does, for whoever reads the characters once and needs no string of them.
     *
     * @return reading it fails only after it was closed
     */
    public static Reader open(byte[] document, @Nullable String contentType) {
        if (shownByFirstBytes(document) == null && isSaidToBeUtf8(document, contentType)) {
            // Nearly every page.
            Optional<Reader> text = FlawlessUtf8.open(document);
            if (text.isPresent()) {
                return text.get();
            }
        }
        return new StringReader(deduced(document, contentType));
    }

    /** Whether UTF-8 is the first that is declared; what the server says spares looking into the document. */
    private static boolean isSaidToBeUtf8(byte[] document, @Nullable String contentType) {
        Charset sent = contentType == null ? null : named(PARAMETER.matcher(contentType));
        if (StandardCharsets.UTF_8.equals(sent)) {
            return true;
        }
        List<Charset> declared = declared(document, contentType);
        return !declared.isEmpty() && declared.get(0).equals(StandardCharsets.UTF_8);
    }

    private static String deduced(byte[] document, @Nullable String contentType) {
        Charset charset = charset(document, contentType);
        String text = charset.equals(StandardCharsets.UTF_8) ? lenient(document) : new String(document, charset);
        return TwiceEncoded.repaired(text.startsWith("\ufeff") ? text.substring(1) : text);
    }

    private static String lenient(byte[] document) {
        StringWriter text = new StringWriter(document.length);
        try (Reader reader = new LenientReader(new ByteArrayInputStream(document), StandardCharsets.UTF_8)) {
            reader.transferTo(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e); // bytes in memory do not fail
        }
        return text.toString();
    }

    /** The charset to read this document with. */
    public static Charset charset(byte[] sample, @Nullable String contentType) {
        Charset shown = shownByFirstBytes(sample);
        if (shown != null) {
            return shown;
        }
        List<Charset> declared = declared(sample, contentType);
        Utf8Evidence evidence = Utf8Evidence.in(sample, sample.length);
        for (Charset charset : declared) {
            if (charset.equals(StandardCharsets.UTF_8)) {
                if ((evidence.flawless() || evidence.mostly()) && !mayEscape(sample, evidence)) {
                    return charset;
                }
            } else if (evidence.flawless() && !evidence.ascii() && overrules(evidence, charset)) {
                return StandardCharsets.UTF_8;
            } else if (fits(charset, sample)) {
                return charset;
            }
        }
        return undeclared(sample, evidence);
    }

    private static boolean overrules(Utf8Evidence evidence, Charset declared) {
        return CharsetLabels.isHabit(declared) || evidence.valid() >= CONVINCING;
    }

    private static Charset undeclared(byte[] sample, Utf8Evidence evidence) {
        if (evidence.mostly() || (evidence.ascii() && !mayEscape(sample, evidence))) {
            return StandardCharsets.UTF_8;
        }
        int length = Math.min(sample.length, STATISTICS);
        if (ThaiBytes.are(sample, length)) {
            return ThaiBytes.WINDOWS_874;
        }
        return CyrillicBytes.charset(sample, length).orElseGet(() -> detected(Arrays.copyOf(sample, length)));
    }

    private static Charset detected(byte[] sample) {
        CharsetDetector detector = new CharsetDetector();
        detector.enableInputFilter(true); // tags are English in any language
        detector.setText(sample);
        CharsetMatch match = detector.detect();
        boolean sure = match != null && match.getConfidence() >= LEAST_CONFIDENCE;
        Charset detected = sure ? CharsetLabels.find(match.getName()) : null;
        return detected != null && !CharsetLabels.isWide(detected) && fits(detected, sample)
                ? detected
                : Charset.forName("windows-1252");
    }

    private static @Nullable Charset shownByFirstBytes(byte[] b) {
        int first = word(b);
        if (first == 0x0000feff) {
            return Charset.forName("UTF-32BE");
        }
        if (first == 0xfffe0000) {
            return Charset.forName("UTF-32LE");
        }
        if (first >>> 16 == 0xfeff) {
            return StandardCharsets.UTF_16BE;
        }
        if (first >>> 16 == 0xfffe) {
            return StandardCharsets.UTF_16LE;
        }
        if (first >>> 8 == 0xefbbbf) {
            return StandardCharsets.UTF_8;
        }
        if ((first & 0xffffff00) == 0 && first != 0) {
            return Charset.forName("UTF-32BE");
        }
        if ((first & 0x00ffffff) == 0 && first != 0) {
            return Charset.forName("UTF-32LE");
        }
        if ((first & 0xff00ff00) == 0 && first != 0) {
            return StandardCharsets.UTF_16BE;
        }
        if ((first & 0x00ff00ff) == 0 && first != 0) {
            return StandardCharsets.UTF_16LE;
        }
        return first == 0x4c6fa794 ? ebcdic(b) : null; // "<?xm" in every EBCDIC code page
    }

    private static Charset ebcdic(byte[] sample) {
        Charset invariant = Charset.forName("IBM037");
        String head = new String(sample, 0, Math.min(sample.length, HEAD), invariant);
        Charset declared = named(XML_DECLARATION.matcher(head));
        return declared != null && new String(sample, 0, 4, declared).equals("<?xm") ? declared : invariant;
    }

    private static int word(byte[] b) {
        return b.length < 4 ? 0x01010101 : ByteBuffer.wrap(b).getInt();
    }

    private static List<Charset> declared(byte[] sample, @Nullable String contentType) {
        String head = new String(sample, 0, Math.min(sample.length, HEAD), StandardCharsets.ISO_8859_1);
        List<Charset> declared = new ArrayList<>();
        if (contentType != null) {
            declared.add(named(PARAMETER.matcher(contentType)));
        }
        int xml = head.indexOf("<?xml");
        declared.add(xml < 0 ? null : named(XML_DECLARATION.matcher(head).region(xml, head.length())));
        declared.add(meta(head));
        declared.removeIf(charset -> charset == null || CharsetLabels.isWide(charset));
        return declared;
    }

    /** The first charset that a {@code <meta>} names, in either of its two ways. */
    private static @Nullable Charset meta(String head) {
        for (int at = head.indexOf('<'); at >= 0; at = head.indexOf('<', at + 1)) {
            if (head.regionMatches(true, at + 1, "meta", 0, "meta".length())) {
                int end = head.indexOf('>', at);
                Matcher parameter = PARAMETER.matcher(head).region(at, end < 0 ? head.length() : end);
                Charset charset = named(parameter);
                if (charset != null) {
                    return charset;
                }
            }
        }
        return null;
    }

    private static @Nullable Charset named(Matcher declaration) {
        return declaration.find() ? CharsetLabels.find(declaration.group(1)) : null;
    }

    /** Whether every byte means something in this charset, and the markup is still there when read so. */
    private static boolean fits(Charset charset, byte[] sample) {
        if (CharsetLabels.isHabit(charset)) {
            return true;
        }
        CharsetDecoder decoder = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer in = ByteBuffer.wrap(sample);
        CharBuffer out = CharBuffer.allocate(HEAD);
        boolean markup = false;
        CoderResult result;
        do {
            result = decoder.decode(in, out.clear(), false);
            markup |= out.flip().chars().anyMatch(c -> c == '<' || c == '{' || c == '/');
        } while (result.isOverflow());
        return markup && !result.isError();
    }

    /** Whether what looks like ASCII may be ISO 2022, which writes Japanese in letters of ASCII between escapes. */
    private static boolean mayEscape(byte[] sample, Utf8Evidence evidence) {
        for (int i = 0; i < sample.length && evidence.ascii(); i++) {
            if (sample[i] == ESCAPE) {
                return true;
            }
        }
        return false;
    }
}
