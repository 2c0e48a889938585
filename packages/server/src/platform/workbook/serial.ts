const DAY_MS = 86_400_000;
/** 9999-12-31, the last day spreadsheet programs know. */
const LAST_SERIAL_1900 = 2_958_465;
const DAYS_BETWEEN_SYSTEMS = 1_462;
/** The 1900 system counts a 29 February 1900 that never was. */
const LEAP_BUG_SERIAL = 60;

/**
 * The day a serial number means, `YYYY-MM-DD`; hours are dropped. Undefined for times without a day, negative
 * numbers, numbers past 9999 and the day that never was.
 */
export function dayOfSerial(serial: number, date1904: boolean): string | undefined {
  const whole = Math.floor(serial);
  const in1900 = date1904 ? whole + DAYS_BETWEEN_SYSTEMS : whole;
  if (!Number.isFinite(serial) || whole < (date1904 ? 0 : 1)) return undefined;
  if (in1900 > LAST_SERIAL_1900 || in1900 === LEAP_BUG_SERIAL) return undefined;
  const epoch = in1900 < LEAP_BUG_SERIAL ? Date.UTC(1899, 11, 31) : Date.UTC(1899, 11, 30);
  return new Date(epoch + in1900 * DAY_MS).toISOString().slice(0, 10);
}

const REMEMBERED_DAYS = 50_000;

/** `dayOfSerial` over stored text, remembering what it has answered: a column of dates repeats itself. */
export function createDayReader(date1904: boolean): (raw: string) => string | undefined {
  const known = new Map<string, string | undefined>();
  return (raw) => {
    const remembered = known.get(raw);
    if (remembered !== undefined) return remembered;
    const day = dayOfSerial(Number(raw), date1904);
    if (known.size < REMEMBERED_DAYS) known.set(raw, day);
    return day;
  };
}

/** Built-in formats that show a day, those of Chinese systems included. */
const DATE_FORMAT_IDS = new Set([14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 57, 58]);

export function isDateFormatId(id: number): boolean {
  return DATE_FORMAT_IDS.has(id);
}

/** Whether a format code shows a year, month or day; times and elapsed hours alone do not count. */
export function isDateFormatCode(code: string): boolean {
  const bare = code
    .replace(/"[^"]*"|\[[^\]]*\]|\\.|[_*]./g, '')
    .replace(/general|am\/pm|a\/p|上午\/下午|e[+-]/gi, '')
    .split(';')[0];
  if (bare === undefined) return false;
  return /[yde]/i.test(bare) || (/m/i.test(bare) && !/[hs]/i.test(bare));
}
