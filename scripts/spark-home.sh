#!/usr/bin/env bash
# Makes target/spark-home of Spark's jars from Maven Central, for machines without a Spark distribution: bin/spark-submit,
# bin/spark-master and bin/spark-worker are what sbin/ and bin/ of a distribution are, each in the foreground.
set -euo pipefail
cd "$(dirname "$0")/.."

home=$PWD/target/spark-home
if [ ! -f "$home/complete" ]; then
  rm -rf "$home"
  mkdir -p "$home/bin"
  mvn -B -ntp -q -f src/spark/home/pom.xml dependency:copy-dependencies -DoutputDirectory="$home/jars" -DincludeScope=runtime
  cat > "$home/bin/run" << 'EOF'
#!/usr/bin/env bash
# Runs one of Spark's main classes.
home=$(cd "$(dirname "$(readlink -f "$0")")/.." && pwd)
opens=()
for package in java.lang java.lang.invoke java.lang.reflect java.io java.net java.nio java.util java.util.concurrent \
  java.util.concurrent.atomic jdk.internal.ref sun.nio.ch sun.nio.cs sun.security.action sun.util.calendar; do
  opens+=("--add-opens=java.base/$package=ALL-UNNAMED")
done
export SPARK_HOME=$home SPARK_SCALA_VERSION=2.12
exec "${JAVA_HOME:+$JAVA_HOME/bin/}java" -XX:+IgnoreUnrecognizedVMOptions "${opens[@]}" -Djdk.reflect.useDirectMethodHandle=false \
  -Xmx"${SPARK_DRIVER_MEMORY:-1g}" ${INITBENCH_SPARK_OPTS:-} -cp "$home/jars/*" "$@"
EOF
  for class in submit=SparkSubmit master=master.Master worker=worker.Worker; do
    printf '#!/usr/bin/env bash\nexec "$(dirname "$(readlink -f "$0")")/run" org.apache.spark.deploy.%s "$@"\n' \
      "${class#*=}" > "$home/bin/spark-${class%%=*}"
  done
  chmod +x "$home"/bin/*
  touch "$home/complete"
fi
echo "$home"
