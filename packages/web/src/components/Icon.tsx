/** The twelve line icons (16 px), always beside a word. */
const ICONS = {
  paper: 'M3.5 1.5h6l3 3v10h-9zM9.5 1.5v3h3M5.5 8h5M5.5 11h5',
  photo: 'M1.5 3.5h13v9h-13zM1.5 10.5l3.5-3 3 3 2.5-2 4 3',
  print: 'M4 5.5v-4h8v4M4 11.5H1.5v-6h13v6H12M4 9.5h8v5H4z',
  why: 'M14.5 8a6.5 6.5 0 1 1-13 0 6.5 6.5 0 0 1 13 0zM6.2 6.3C6.3 5.2 7 4.6 8 4.6s1.8.6 1.8 1.5c0 1.4-1.8 1.4-1.8 3M8 11.2v.2',
  correct: 'M2.5 13.5 3.3 10 11 2.3l2.7 2.7L6 12.7zM9.5 3.8l2.7 2.7',
  hold: 'M14.5 8a6.5 6.5 0 1 1-13 0 6.5 6.5 0 0 1 13 0zM6.3 5.5v5M9.7 5.5v5',
  stop: 'M14.5 8a6.5 6.5 0 1 1-13 0 6.5 6.5 0 0 1 13 0zM4.5 8h7',
  done: 'M14.5 8a6.5 6.5 0 1 1-13 0 6.5 6.5 0 0 1 13 0zM5 8.2l2.2 2.2L11 6',
  search: 'M11.5 7a4.5 4.5 0 1 1-9 0 4.5 4.5 0 0 1 9 0zM10.5 10.5 14 14',
  village: 'M2 7.5 8 2.5l6 5M3.5 6.5v7h9v-7M6.5 13.5v-4h3v4',
  lock: 'M3.5 7.5h9v6.5h-9zM5.5 7.5v-2a2.5 2.5 0 0 1 5 0v2M8 10v1.5',
  box: 'M2 5.5h12v8.5H2zM2 5.5l1.5-3h9l1.5 3M6 8.5h4',
} as const;

export type IconName = keyof typeof ICONS;

export function Icon({ name }: { name: IconName }) {
  return (
    <svg className="ic16" viewBox="0 0 16 16" aria-hidden="true">
      <path d={ICONS[name]} />
    </svg>
  );
}

const SHAPES = {
  must: <path d="M1 1h10v10H1z" />,
  check: <path d="M6 .8 11.6 11H.4z" />,
  full: <circle cx="6" cy="6" r="5.2" />,
  half: (
    <>
      <circle cx="6" cy="6" r="4.6" fill="none" stroke="currentColor" strokeWidth="1.3" />
      <path d="M6 1.4a4.6 4.6 0 0 0 0 9.2z" />
    </>
  ),
  none: <circle cx="6" cy="6" r="4.6" fill="none" stroke="currentColor" strokeWidth="1.3" />,
  tri: <path d="M6 1.6 11 10.6H1z" fill="none" stroke="currentColor" strokeWidth="1.3" />,
  ok: <path d="M1.6 6.4 4.8 9.6 10.6 2.8" fill="none" stroke="currentColor" strokeWidth="1.7" />,
  go: <path d="M4.2 1.8 8.4 6 4.2 10.2" fill="none" stroke="currentColor" strokeWidth="1.5" />,
  open: <path d="M1.8 4.2 6 8.4 10.2 4.2" fill="none" stroke="currentColor" strokeWidth="1.5" />,
  close: <path d="m2 2 8 8m0-8-8 8" fill="none" stroke="currentColor" strokeWidth="1.5" />,
} as const;

/** must ■ 必须, check ▲ 核对, none ○ 未佐证 / 缺, full ●, half ◐, tri △, ok ✓, go ›, open ⌄, close ×. */
export type ShapeKind = keyof typeof SHAPES;

export function Shape({ kind }: { kind: ShapeKind }) {
  return (
    <svg className="ic" viewBox="0 0 12 12" aria-hidden="true">
      {SHAPES[kind]}
    </svg>
  );
}
