// What the browser and document tests need from the operating system, and how to get it on Debian.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';

const office = '/usr/lib/libreoffice/program';
const onPath = (...names) =>
  names.some((name) => (process.env.PATH ?? '').split(':').some((folder) => existsSync(`${folder}/${name}`)));
const output = (command, args) => spawnSync(command, args, { encoding: 'utf8' }).stdout ?? '';

// The two builds of LibreOffice exclude each other, so the one that is there is completed.
const flavour =
  existsSync(`${office}/soffice.bin`) && !existsSync('/usr/share/doc/libreoffice-core-nogui') ? '' : '-nogui';

const needs = [
  {
    what: 'Chromium',
    suites: ['e2e'],
    packages: ['chromium'],
    there: () => onPath('chromium', 'chromium-browser', 'google-chrome'),
  },
  {
    what: '中文字体',
    suites: ['e2e'],
    packages: ['fonts-noto-cjk'],
    there: () => output('fc-list', [':lang=zh', 'family']).trim() !== '',
  },
  {
    what: 'LibreOffice Writer',
    suites: ['e2e'],
    packages: [`libreoffice-writer${flavour}`],
    there: () => onPath('soffice') && existsSync(`${office}/libswlo.so`),
  },
  {
    what: 'LibreOffice Calc',
    suites: ['e2e'],
    packages: [`libreoffice-calc${flavour}`],
    there: () => onPath('soffice') && existsSync(`${office}/libsclo.so`),
  },
  {
    what: 'poppler (pdftotext)',
    suites: ['e2e'],
    packages: ['poppler-utils'],
    there: () => onPath('pdftotext'),
  },
  { what: 'PostgreSQL server', suites: ['server'], packages: ['postgresql'], there: hasPostgres },
];

/** Installs what is missing if we may. Answers what is still missing and whether an installation was tried. */
export function ensureSystemPackages(say) {
  const wanted = needs.filter(({ there }) => !there());
  if (wanted.length === 0) return { missing: [], tried: false };
  const packages = wanted.flatMap((need) => need.packages);
  const may = process.getuid?.() === 0 && onPath('apt-get');
  if (may) install(packages, say);
  else
    say(
      `缺少：${wanted.map(({ what }) => what).join('、')}。Debian 上请管理员执行：apt-get install ${packages.join(' ')}`,
    );
  return { missing: needs.filter(({ there }) => !there()), tried: may };
}

function install(packages, say) {
  say(`正在安装测试所需的系统软件：${packages.join(' ')}`);
  keepPostgresFromStarting();
  apt(['update']);
  if (apt(['install', ...packages]) !== 0) {
    // One that cannot be had must not keep the others away.
    for (const name of packages) apt(['install', name]);
  }
}

function apt(args) {
  const quiet = [
    '-y',
    '-q',
    '-o',
    'Dpkg::Use-Pty=0',
    '-o',
    'DPkg::Lock::Timeout=300',
    '--no-install-recommends',
  ];
  return spawnSync('apt-get', [...quiet, ...args], {
    stdio: ['ignore', 'ignore', process.stderr.fd],
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive', DEBCONF_NOWARNINGS: 'yes' },
    timeout: 900_000,
  }).status;
}

// The tests start servers of their own; Debian's would otherwise be made and started on installation.
function keepPostgresFromStarting() {
  const file = '/etc/postgresql-common/createcluster.conf';
  if (existsSync(file)) return;
  mkdirSync('/etc/postgresql-common', { recursive: true });
  writeFileSync(file, 'create_main_cluster = false\n');
}

function hasPostgres() {
  const home = '/usr/lib/postgresql';
  if (!existsSync(home)) return false;
  return readdirSync(home).some(
    (version) => Number(version) >= 15 && existsSync(`${home}/${version}/bin/postgres`),
  );
}
