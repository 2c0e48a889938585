import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { LawFiles } from '@shuangyong/policy';
import { parse } from 'yaml';
import { z } from 'zod';
import { packageSchema, settingSchema, sourceSchema } from './files.ts';

/** The law that comes with the product: data, read as it lies in the project's folder. */
export const LAW_FOLDER = fileURLToPath(new URL('../../../../../law', import.meta.url));

const sourcesSchema = z.array(sourceSchema);
const settingsSchema = z.object({ settings: z.array(settingSchema) });

function readYaml(file: string): unknown {
  return parse(readFileSync(file, 'utf8'));
}

const yamlFiles = (folder: string) =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.yaml'))
    .sort()
    .map((name) => join(folder, name));

let shipped: LawFiles | undefined;

/** Reads sources, tables and settings once a process. A file that is not in shape is a fault of the product. */
export function shippedLaw(): LawFiles {
  shipped ??= {
    sources: yamlFiles(join(LAW_FOLDER, 'sources')).flatMap((file) => sourcesSchema.parse(readYaml(file))),
    packages: yamlFiles(join(LAW_FOLDER, 'tables')).map((file) => packageSchema.parse(readYaml(file))),
    settings: settingsSchema.parse(readYaml(join(LAW_FOLDER, 'settings.yaml'))).settings,
  };
  return shipped;
}
