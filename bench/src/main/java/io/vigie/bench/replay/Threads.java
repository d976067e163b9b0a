package io.vigie.bench.replay;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;

/** Does one thing to many on some threads. */
public final class Threads implements AutoCloseable {

    private static final int CHUNK = 8;

    private final ExecutorService pool;

    /** So many of them. */
    public Threads(int count) {
        this.pool = Executors.newFixedThreadPool(count);
    }

    /** Results in the order of the inputs, when all are there. */
    public <I, O> List<O> map(List<I> inputs, Function<I, O> step) throws InterruptedException, ExecutionException {
        List<Callable<List<O>>> chunks = new ArrayList<>();
        for (int from = 0; from < inputs.size(); from += CHUNK) {
            List<I> chunk = inputs.subList(from, Math.min(from + CHUNK, inputs.size()));
            chunks.add(() -> chunk.stream().map(step).toList());
        }
        List<O> outputs = new ArrayList<>();
        for (Future<List<O>> chunk : pool.invokeAll(chunks)) {
            outputs.addAll(chunk.get());
        }
        return outputs;
    }

    @Override
    public void close() {
        pool.shutdownNow();
    }
}
