package io.vigie.desk.http;

/** Answers one kind of call. It may take its time, but it must not wait for people. */
public interface Endpoint {
    Reply answer(Call call);
}
