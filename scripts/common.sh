# Shared by the launcher and the test runner: sourced, not run. POSIX sh.

say() { printf '%s\n' "deckmodel: $*" >&2; }

fail() {
  say "$1"
  shift
  for hint in "$@"; do printf 'hint: %s\n' "$hint" >&2; done
  exit 2
}

# Finds the .NET SDK and tells the tool's own host where its runtime is.
require_dotnet() {
  command -v dotnet >/dev/null 2>&1 || fail "the .NET SDK was not found on PATH" \
    "install .NET 10 from https://dotnet.microsoft.com/download, then run this command again"
  if [ -z "${DOTNET_ROOT:-}" ]; then
    DOTNET_ROOT=$(dirname "$(readlink -f "$(command -v dotnet)")")
    export DOTNET_ROOT
  fi
  # The SDK needs no ICU in this mode; a minimal machine has none.
  export DOTNET_SYSTEM_GLOBALIZATION_INVARIANT=1 DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1
}

# True where a PostgreSQL server's programs can be found; the same places as the tool searches.
have_postgres() {
  [ -n "${DECKMODEL_PG_BIN:-}" ] && return 0
  command -v initdb >/dev/null 2>&1 && command -v postgres >/dev/null 2>&1 && return 0
  for bin in /usr/lib/postgresql/*/bin /usr/pgsql-*/bin /opt/homebrew/opt/postgresql*/bin /usr/local/opt/postgresql*/bin \
    /Applications/Postgres.app/Contents/Versions/*/bin; do
    [ -x "$bin/initdb" ] && return 0
  done
  return 1
}

# Installs a Debian package with apt where that is allowed; elsewhere the tool itself says what to run.
# Usage: install_package PACKAGES WHAT HINT
install_package() {
  command -v apt-get >/dev/null 2>&1 || return 0
  if [ "$(id -u)" = 0 ]; then as_root=
  elif command -v sudo >/dev/null 2>&1 && sudo -n true 2>/dev/null; then as_root=sudo
  else return 0
  fi
  say "installing $2 (Debian: $1)"
  log=$(mktemp)
  if ! { $as_root apt-get update -q && $as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends $1; } >"$log" 2>&1; then
    tail -n 20 "$log" >&2
    rm -f "$log"
    fail "$2 could not be installed" "$3"
  fi
  rm -f "$log"
}

install_postgres() {
  install_package postgresql PostgreSQL "install the package postgresql by hand, or set DECKMODEL_PG_BIN to a folder with initdb and postgres"
}

# Finds what links a native program; only Linux is tried.
have_linker() {
  [ "$(uname)" = Linux ] || return 1
  for linker in clang gcc; do
    command -v "$linker" >/dev/null 2>&1 && return 0
  done
  return 1
}

# The tool does without where it cannot be installed.
install_linker() {
  [ "$(uname)" = Linux ] || return 0
  (install_package "gcc libc6-dev" "a linker for the tool" "the tool is built to run on .NET instead") || true
}
