package io.vigie.events;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Instant;

/**
 * Something that a channel is to be told of: a value of {@code vigie.outbox}, key = channel id. In JSON it is the record
 * itself; a component {@code surge} makes it a {@link SurgeNotice}.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.DEDUCTION)
@JsonSubTypes({@JsonSubTypes.Type(AlertNotice.class), @JsonSubTypes.Type(SurgeNotice.class)})
public sealed interface Notice permits AlertNotice, SurgeNotice {

    /** Id of the channel. */
    String channel();

    /** Id of the alert or of the surge. */
    String subject();

    /** Which word on its subject this is, from 1: a later one takes the place of an earlier one. */
    int revision();

    /** When it was decided to tell the channel. */
    Instant routedAt();

    /** How much it matters among others, 0..1. */
    double score();

    /** Names the revision that is told of, for example {@code 0a1b…/2}; what a {@link Delivery} refers to. */
    default String key() {
        return subject() + "/" + revision();
    }
}
