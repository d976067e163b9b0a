package io.vigie.audit.replay;

/** Hears how far a long work is. */
@FunctionalInterface
public interface Progress {

    /** Nobody listens. */
    Progress NONE = (done, total) -> {};

    /**
     * So far.
     *
     * @param done items, those of an earlier run included
     * @param total items to do
     */
    void at(long done, long total);
}
