#!/usr/bin/env bash
# Installs what the other targets need, and nothing that is there already.
set -euo pipefail
cd "$(dirname "$0")/.."

# What has to be there is told in one sentence each: docs/hosts/set-up.md.
stop() { echo "setup: $1" >&2; exit 1; }
# What a program says for pages is kept beside that sentence, which names the place.
kept() {
    local log=build/$1.log
    shift
    "$@" >"$log" 2>&1
}
check_machine() {
    command -v python3 >/dev/null || stop "there is no python3; install Python 3.11 or newer"
    python3 -c 'import sys; sys.exit(sys.version_info < (3, 11))' || stop "$(python3 --version) is too old; install 3.11 or newer"
    command -v npm >/dev/null || stop "there is no Node with npm; install Node 20.19, 22.16, 24 or newer"
    node -e 'const [a, b] = process.versions.node.split(".").map(Number);
        process.exit((a == 20 && b >= 19) || (a == 22 && b >= 16) || a >= 24 ? 0 : 1)' ||
        stop "Node $(node --version) does not do; install 20.19, 22.16, 24 or newer"
}

# uv may be absent: a small environment of its own holds it then.
find_uv() {
    if command -v uv >/dev/null; then echo uv; return; fi
    if [ ! -x build/uv/bin/uv ]; then
        python3 -m venv build/uv >&2 || stop "python3 makes no environments; on Debian install python3-venv"
        kept uv build/uv/bin/pip install --quiet uv ||
            stop "uv could not be installed (build/uv.log); if no index answers, look at the proxy or at PIP_INDEX_URL"
    fi
    echo build/uv/bin/uv
}

# A stamp holds the sum of what was asked for; the step runs again only when that changed.
step() {
    local name=$1 sum
    shift
    sum=$(cat "${INPUTS[@]}" | { sha256sum 2>/dev/null || shasum -a 256; })
    [ "$(cat "build/stamps/$name" 2>/dev/null)" = "$sum" ] && return
    echo "setup: $name" >&2
    "$@"
    echo "$sum" > "build/stamps/$name"
}

python_packages() {
    local uv
    uv=$(find_uv)
    [ -x .venv/bin/python ] || kept venv "$uv" venv --quiet --python 3.13 .venv ||
        stop "there is no Python 3.13, and uv could not fetch it from GitHub (build/venv.log); install it, or look at the proxy"
    # Without this folder an editable install would leave the calendars off the path.
    mkdir -p build/python/followup_calendars
    kept python "$uv" pip sync --quiet --no-build --require-hashes requirements.txt ||
        stop "Python's packages could not be installed (build/python.log); if no index answers, look at the proxy or at UV_INDEX_URL"
    "$uv" pip install --quiet --no-deps --no-build-isolation --editable .
}

node_packages() {
    kept npm npm ci --ignore-scripts --loglevel=error --no-audit --no-fund ||
        stop "npm could not install the packages (build/npm.log); if no registry answers, look at the proxy: npm config get registry"
    # No script of a package runs: esbuild, the only one that has one, works without.
}

# Only the machine that runs browser tests needs these; $1 is the command to look for, $2 the package.
debian_packages() {
    local missing=()
    while read -r program package; do
        [ -e "$program" ] || command -v "$program" >/dev/null || missing+=("$package")
    done <<'LIST'
/usr/bin/chromium chromium
/usr/bin/chromium-headless-shell chromium-headless-shell
/usr/bin/firefox-esr firefox-esr
WebKitWebDriver webkit2gtk-driver
xvfb-run xvfb
xauth xauth
/usr/sbin/nginx nginx-light
caddy caddy
neomutt neomutt
khal khal
LIST
    [ ${#missing[@]} -eq 0 ] && return
    echo "setup: ${missing[*]}" >&2
    local sudo=()
    [ "$(id -u)" = 0 ] || sudo=(sudo)
    "${sudo[@]}" apt-get update -qq
    DEBIAN_FRONTEND=noninteractive "${sudo[@]}" apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null
}

check_machine
mkdir -p build/stamps
# Debian's packages and Node's come while Python's do.
beside=()
[ "${1:-}" != browsers ] || { debian_packages & beside+=($!); }
INPUTS=(package-lock.json package.json); [ -d node_modules ] || rm -f build/stamps/node
step node node_packages & beside+=($!)
INPUTS=(requirements.txt pyproject.toml .python-version); [ -x .venv/bin/python ] || rm -f build/stamps/python
step python python_packages
for one in "${beside[@]}"; do wait "$one"; done
