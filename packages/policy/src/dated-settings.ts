import type { Month } from '@shuangyong/values';
import { mergedSettings } from './check.ts';
import { SETTING_DEFAULTS, type Setting, type SettingName } from './settings.ts';
import { month } from './tables.ts';
import { OPEN, type SettingFile, type SettingValueFile } from './types.ts';

interface Span {
  readonly region: number;
  readonly from: Month;
  readonly to: Month;
  readonly value: unknown;
  readonly file: SettingValueFile;
}

export interface Settings {
  /** The value of the narrowest region that has one in the month; else the default, else undefined. */
  valueOf<K extends SettingName>(name: K, around: readonly number[], at: Month): Setting[K] | undefined;
  /** The entry the value comes from, for its source and article. */
  entryOf(name: SettingName, around: readonly number[], at: Month): SettingValueFile | undefined;
  turns(name: SettingName, region: number): readonly Month[];
}

/** Indexes checked settings; those known later than `knownOn` are left out. */
export function makeSettings(files: readonly SettingFile[], knownOn: string | null): Settings {
  const byName = new Map<string, readonly Span[]>(
    mergedSettings(files).map(({ name, values }) => [
      name,
      spansOf(values.filter((value) => knownOn === null || (value.knownOn ?? '') <= knownOn)),
    ]),
  );
  const find = (name: SettingName, around: readonly number[], at: Month) =>
    (byName.get(name) ?? [])
      .filter((span) => around.includes(span.region) && span.from <= at && at <= span.to)
      .sort((a, b) => around.indexOf(b.region) - around.indexOf(a.region))[0];
  return {
    valueOf: <K extends SettingName>(name: K, around: readonly number[], at: Month) =>
      (find(name, around, at)?.value ?? defaultOf(name)) as Setting[K] | undefined,
    entryOf: (name, around, at) => find(name, around, at)?.file,
    turns: (name, region) =>
      (byName.get(name) ?? [])
        .filter((span) => span.region === region)
        .flatMap((span) => [span.from, (span.to + 1) as Month]),
  };
}

function spansOf(values: readonly SettingValueFile[]): readonly Span[] {
  return values.map((file) => {
    const next = values
      .filter(({ region, from }) => region === file.region && from > file.from)
      .map(({ from }) => from)
      .sort()[0];
    const to = file.to ? month(file.to) : next ? ((month(next) - 1) as Month) : OPEN;
    return { region: Number(file.region), from: month(file.from), to, value: file.value, file };
  });
}

function defaultOf(name: SettingName): unknown {
  const defaults: Partial<Record<SettingName, unknown>> = SETTING_DEFAULTS;
  return defaults[name] ?? (name.startsWith('start.') ? 'monthOfApproval' : undefined);
}
