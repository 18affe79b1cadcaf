# Sourced by ./protokollsok and ./check, from the root of the repository: installs what is missing and builds what is stale.
# Asks nothing, says in one line what it does, and is silent when there is nothing to do.

export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_CLI_WORKLOAD_UPDATE_NOTIFY_DISABLE=1
# The build must not leave servers behind, least of all under somebody else's scan folder.
export MSBUILDDISABLENODEREUSE=1 DOTNET_CLI_USE_MSBUILD_SERVER=0
[ -n "${HOME:-}" ] && [ -w "${HOME:-/nonexistent}" ] || export DOTNET_CLI_HOME="$PWD/artifacts/home" NUGET_PACKAGES="$PWD/artifacts/home/packages"

packages="libicu72 libtesseract5 liblept5 tesseract-ocr-swe tesseract-ocr-script-latn tesseract-ocr-osd poppler-utils liblucene8-java openjdk-17-jdk-headless util-linux xz-utils"

# What makes repair better and is not needed: without it the program works, with fewer words.
packages_that_help="hunspell-sv"

# What the checks need besides: a browser for the pages' tests.
packages_of_check="chromium"

say() { printf 'protokollsok: %s\n' "$*" >&2; }
fail() { say "$*"; exit 3; }

# missing_packages NAME...: those that are not fully installed, in one line.
missing_packages() {
  dpkg-query -W -f='${Package} ${db:Status-Abbrev}\n' "$@" 2>/dev/null | awk -v wanted="$*" '
    $2 == "ii" { there[$1] = 1 }
    END { count = split(wanted, names, " "); for (i = 1; i <= count; i++) if (!(names[i] in there)) printf "%s ", names[i] }'
}

install_packages() {
  [ "${PROTOKOLLSOK_SETUP:-}" = none ] && return
  grep -qsx 'VERSION_CODENAME=bookworm' /etc/os-release && command -v dpkg-query >/dev/null && command -v apt-get >/dev/null ||
    fail "this is not Debian 12 or its kin: install Tesseract 5 (swe, script/Latin, osd), Leptonica, Poppler, Lucene 8 (jar in /usr/share/java), a JDK 17, ICU and xz yourself, then set PROTOKOLLSOK_SETUP=none"
  local needed helping log tried=artifacts/packages.tried
  needed=$(missing_packages $packages)
  if [ -n "$needed" ]; then
    [ "$(id -u)" = 0 ] || fail "not root; have an administrator run: apt-get install --no-install-recommends $needed"
    say "installing Debian packages: $needed"
    log=$(mktemp)
    apt_install $needed >"$log" 2>&1 || { tail -n 5 "$log" >&2; fail "the packages could not be installed (the whole log: $log)"; }
    rm -f "$log"
  fi
  # By itself and once: a mirror that lacks it keeps nobody from working.
  helping=$(missing_packages $packages_that_help)
  [ -n "$helping" ] && [ "$(id -u)" = 0 ] && [ ! -e "$tried" ] || return 0
  say "installing Debian packages: $helping"
  mkdir -p artifacts && touch "$tried"
  apt_install $helping >/dev/null 2>&1 || say "not installed; repair knows fewer words without it: $helping"
}

# apt_install NAME...: two first calls at once wait for each other in apt itself.
apt_install() {
  apt-get update -qq -o DPkg::Lock::Timeout=600 </dev/null &&
    DEBIAN_FRONTEND=noninteractive apt-get install -y -qq -o DPkg::Lock::Timeout=600 --no-install-recommends "$@" </dev/null
}

need_dotnet() {
  command -v dotnet >/dev/null || fail "the .NET SDK 10 is missing: install it (https://dot.net) so that 'dotnet' is on the PATH"
}

stamp=artifacts/program.stamp

# Whether nothing that the program is made of is newer than the beginning of its last good build.
is_built() {
  [ -e "$stamp" ] && [ -z "$(find src Directory.Build.props Directory.Packages.props global.json eng -newer "$stamp" -print -quit)" ]
}

# build WHAT: builds it in Release, one at a time. The program's stamp is as old as the build's beginning: what is saved while it
# runs is built the next time.
build() {
  mkdir -p artifacts
  (
    flock 9
    touch "$stamp.new"
    dotnet build "$1" -c Release -v quiet </dev/null 9>&- && mv "$stamp.new" "$stamp"
  ) 9>artifacts/build.lock
}

build_program() {
  is_built && return
  local log=artifacts/build.log
  mkdir -p artifacts
  say "restoring the NuGet packages and building (once; a minute or two)"
  if ! build src/Protokollsok >"$log" 2>&1; then
    tail -n 20 "$log" >&2
    fail "the build failed (the whole log: $log)"
  fi
  # So that nobody waits for it later; without the dictionary, or a place to keep it, the program works as well.
  dotnet artifacts/bin/Protokollsok/release/Protokollsok.dll model dictionary >>"$log" 2>&1 </dev/null || true
}
