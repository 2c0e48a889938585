import { compileLaw, type Law } from '@shuangyong/policy';
import { shippedFiles } from '../../packages/policy/src/testing/files.ts';

/** The shipped law. Throws if it does not compile. */
export function benchLaw(): Law {
  const made = compileLaw(shippedFiles());
  if (!made.ok) throw new Error(JSON.stringify(made.refusals.slice(0, 3)));
  return made.law;
}
