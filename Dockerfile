# One file for all images. `worker` is one of the four workers, chosen by the argument WORKER; `deploy` is the command line: makes topics,
# registers schemas, replays dead letters, checks the books. The build stage is the same for all, so it runs once.

FROM eclipse-temurin:17.0.19_10-jdk-noble AS build
WORKDIR /seatkey
COPY . .
RUN --mount=type=cache,target=/root/.m2 \
    ./mvnw -B -ntp -DskipTests -Dspotless.check.skip \
      -pl sale-intake,approval-worker,key-worker,notifier,local-stack -am package \
 && mkdir -p /images/workers /images/deploy \
 && for worker in sale-intake approval-worker key-worker notifier; do \
      cp $worker/target/$worker-*-SNAPSHOT.jar /images/workers/$worker.jar; \
    done \
 && cp -r local-stack/target/lib /images/deploy/lib \
 && for library in local-stack schemas confluent-client; do \
      cp $library/target/$library-*-SNAPSHOT.jar /images/deploy/lib/; \
    done


FROM eclipse-temurin:17.0.19_10-jre-noble AS jre
WORKDIR /seatkey
ENV SERVER_PORT=8080
# Memory that compilers needed for a moment is given back, wherever it lies; neither the C library nor the network keeps some for each
# thread. Most of what a start calls a few hundred times is never called again, and not worth compiling; what is called once for a batch is
# not worth the second compiler's work.
ENV JAVA_TOOL_OPTIONS="-XX:MaxRAMPercentage=70 -XX:+ExitOnOutOfMemoryError -XX:TrimNativeHeapInterval=5000 \
-XX:Tier3InvocationThreshold=400 -XX:Tier3MinInvocationThreshold=200 -XX:Tier3CompileThreshold=3000 \
-XX:Tier4InvocationThreshold=15000 -XX:Tier4MinInvocationThreshold=1800 -XX:Tier4CompileThreshold=45000 \
-XX:Tier4BackEdgeThreshold=120000 \
-Djdk.nio.maxCachedBufferSize=65536"
ENV MALLOC_ARENA_MAX=1 MALLOC_MMAP_THRESHOLD_=30000
USER 10001:10001


FROM jre AS deploy
COPY --from=build /images/deploy/lib lib
ENTRYPOINT ["java", "-Dlogback.configurationFile=command-line-logback.xml", "-Dseatkey.log=/tmp/seatkey.log", \
  "-cp", "lib/*", "dev.seatkey.localstack.Seatkey"]


FROM jre AS worker
ARG WORKER
COPY --from=build /images/workers/${WORKER}.jar worker.jar
EXPOSE 8080
# The shell's own network redirection: the image needs no client for it.
HEALTHCHECK --interval=5s --timeout=3s --start-period=60s --retries=6 \
  CMD ["bash", "-c", "exec 3<>/dev/tcp/127.0.0.1/8080 && printf 'GET /actuator/health/readiness HTTP/1.0\\r\\n\\r\\n' >&3 && head -n 1 <&3 | grep -q ' 200'"]
ENTRYPOINT ["java", "-jar", "worker.jar"]
