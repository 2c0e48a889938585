import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parse } from 'yaml';
import type { LawFiles, PackageFile, SettingFile, SourceFile } from '../types.ts';
import type { CaseFile } from './cases.ts';

const LAW = resolve(import.meta.dirname, '../../../../law');

const yamlIn = (folder: string): readonly string[] =>
  readdirSync(join(LAW, folder))
    .filter((name) => name.endsWith('.yaml'))
    .sort()
    .map((name) => join(LAW, folder, name));

/** Dates stay text: the core schema of YAML knows none. */
const read = (path: string): unknown => parse(readFileSync(path, 'utf8'));

/** The law of the folder `law/` as its files write it. */
export function shippedFiles(): LawFiles {
  const settings = read(join(LAW, 'settings.yaml')) as { readonly settings: readonly SettingFile[] };
  return {
    sources: yamlIn('sources').flatMap((path) => read(path) as readonly SourceFile[]),
    packages: yamlIn('tables').map((path) => read(path) as PackageFile),
    settings: settings.settings,
  };
}

/** The worked cases of `law/cases/`, with the file each stands in. */
export function shippedCases(): readonly { readonly file: string; readonly cases: readonly CaseFile[] }[] {
  return yamlIn('cases').map((path) => ({
    file: path.slice(LAW.length + '/cases/'.length),
    cases: read(path) as readonly CaseFile[],
  }));
}
