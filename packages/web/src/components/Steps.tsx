import { Shape } from './Icon.tsx';
import './table.css';

/** «1 放文件 ✓ — 2 认表 ✓ — 3 试算 — 4 确认»: where one is in a few steps. `at` counts from 0. */
export function Steps({ names, at }: { names: readonly string[]; at: number }) {
  return (
    <ol className="steps">
      {names.map((name, index) => (
        <li key={name} aria-current={index === at ? 'step' : undefined}>
          {index + 1} {name} {index < at && <Shape kind="ok" />}
        </li>
      ))}
    </ol>
  );
}
