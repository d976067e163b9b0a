package io.vigie.cli;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.vigie.ingest.watch.Rereading;
import org.junit.jupiter.api.Test;

/** The rooms, and who may know whom: see CONTRIBUTING.md. */
class ArchitectureTest {

    private static final JavaClasses HOUSE = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("io.vigie");

    private static final String[] PURE_STEPS = {
        "io.vigie.events",
        "io.vigie.events.json",
        "io.vigie.events.yaml",
        "io.vigie.ingest.discover..",
        "io.vigie.ingest.robots..",
        "io.vigie.ingest.scrape..",
        "io.vigie.processor.novelty..",
        "io.vigie.processor.watch..",
        "io.vigie.processor.alert..",
        "io.vigie.processor.story..",
        "io.vigie.processor.surge..",
        "io.vigie.processor.divergence..",
        "io.vigie.processor.formula..",
        "io.vigie.processor.time..",
        "io.vigie.processor.text.."
    };

    /** The rooms below and, of the stages, the pure steps. */
    private static final String[] AUDITED = {
        "io.vigie.audit..",
        "io.vigie.events..",
        "io.vigie.ingest.scrape..",
        "io.vigie.processor.novelty..",
        "io.vigie.processor.watch..",
        "io.vigie.processor.alert.."
    };

    @Test
    void stagesMeetOnTopicsOnly() {
        for (String stage : new String[] {"ingest", "processor", "sink", "embedded"}) {
            noClasses()
                    .that()
                    .resideInAPackage("io.vigie." + stage + "..")
                    .should()
                    .dependOnClassesThat(resideInAPackage("io.vigie..")
                            .and(not(resideInAnyPackage("io.vigie." + stage + "..", "io.vigie.events.."))))
                    .check(HOUSE);
        }
    }

    /** What an audit runs must be what production runs, and must not be able to start it. */
    @Test
    void auditsKnowTheStepsAndNotTheServices() {
        noClasses()
                .that()
                .resideInAPackage("io.vigie.audit..")
                .should()
                .dependOnClassesThat(resideInAPackage("io.vigie..")
                        .and(not(resideInAnyPackage(AUDITED)))
                        .and(not(type(Rereading.class))))
                .check(HOUSE);
        noClasses()
                .that()
                .resideInAPackage("io.vigie.audit..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.apache.kafka.streams..", "okhttp3..", "co.elastic..")
                .check(HOUSE);
    }

    @Test
    void theDeskKnowsEventsAndTheReadersOfTheSink() {
        noClasses()
                .that()
                .resideInAPackage("io.vigie.desk..")
                .should()
                .dependOnClassesThat(resideInAPackage("io.vigie..")
                        .and(not(resideInAnyPackage("io.vigie.desk..", "io.vigie.events..", "io.vigie.sink.elastic"))))
                .check(HOUSE);
    }

    @Test
    void pureStepsKnowNeitherKafkaNorTheNetworkNorFiles() {
        noClasses()
                .that()
                .resideInAnyPackage(PURE_STEPS)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.apache.kafka..", "okhttp3..", "co.elastic..", "java.net.http..", "java.nio.file..")
                .check(HOUSE);
    }

    @Test
    void packagesDoNotGoRoundInCircles() {
        slices().matching("io.vigie.(**)").should().beFreeOfCycles().check(HOUSE);
    }
}
