package io.vigie.processor.topology;

/** There is nothing to classify with: the stream must stop, because passing items over would lose alerts. */
final class NoRulesException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    NoRulesException(String message) {
        super(message);
    }
}
