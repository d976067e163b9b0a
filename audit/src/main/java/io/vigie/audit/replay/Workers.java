package io.vigie.audit.replay;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;

/** Threads that do one step to many things and give the results in the order of the things. */
final class Workers implements AutoCloseable {

    /** Few enough that the last chunk of a batch does not keep the others waiting for long. */
    private static final int CHUNK = 8;

    private final ExecutorService threads;

    Workers(int count) {
        threads = Executors.newFixedThreadPool(count);
    }

    <I, O> List<O> map(List<I> inputs, Function<? super I, ? extends O> step) throws InterruptedException {
        return this.<I, O>start(inputs, step).await();
    }

    /** Begins a work and returns at once. */
    <I, O> Work<O> start(List<I> inputs, Function<? super I, ? extends O> step) {
        List<Future<List<O>>> chunks = new ArrayList<>();
        for (int start = 0; start < inputs.size(); start += CHUNK) {
            List<I> chunk = inputs.subList(start, Math.min(start + CHUNK, inputs.size()));
            chunks.add(threads.submit(() -> chunk.stream().<O>map(step).toList()));
        }
        return new Work<>(chunks);
    }

    /** Something that threads are at. */
    record Work<O>(List<Future<List<O>>> chunks) {

        /** Results in the order of the inputs, when all are there. */
        List<O> await() throws InterruptedException {
            List<O> outputs = new ArrayList<>();
            for (Future<List<O>> chunk : chunks) {
                outputs.addAll(result(chunk));
            }
            return outputs;
        }
    }

    private static <O> List<O> result(Future<List<O>> chunk) throws InterruptedException {
        try {
            return chunk.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("a step failed: " + e.getCause(), e.getCause());
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
