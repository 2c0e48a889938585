export type Level = 'province' | 'city' | 'county' | 'township';

const DIGITS: Readonly<Record<Level, number>> = { province: 2, city: 4, county: 6, township: 9 };

/** The twelve-digit form of a code written with 9 or 12 digits (spaces and full width allowed); undefined for anything else. */
export function normaliseDivisionCode(text: string): string | undefined {
  const digits = text.normalize('NFKC').replace(/\s/g, '');
  if (/^\d{9}$/.test(digits)) return `${digits}000`;
  return /^\d{12}$/.test(digits) ? digits : undefined;
}

/** As {@link normaliseDivisionCode}, for a place asked for: provinces, cities and counties also by 2, 4 and 6 digits. */
export function divisionCodeAsked(text: string): string | undefined {
  const digits = text.replace(/\s/g, '');
  return /^(?:\d{2}){1,3}$/.test(digits) ? digits.padEnd(12, '0') : normaliseDivisionCode(digits);
}

/** Which level a twelve-digit code names, by its trailing zeros. */
export function levelOfCode(code: string): Level {
  if (/^\d{2}0{10}$/.test(code)) return 'province';
  if (/^\d{4}0{8}$/.test(code)) return 'city';
  return /^\d{6}0{6}$/.test(code) ? 'county' : 'township';
}

/** The digits that a division shares with everything below it. */
export function divisionPrefix(code: string): string {
  return code.slice(0, DIGITS[levelOfCode(code)]);
}

/** True when `place` is `scope` itself or lies below it. */
export function covers(scope: string, place: string): boolean {
  return place.startsWith(divisionPrefix(scope));
}

/** The codes of province, city and county above a township, in this order. */
export function codesAbove(townshipCode: string): { province: string; city: string; county: string } {
  const cut = (digits: number) => townshipCode.slice(0, digits).padEnd(12, '0');
  return { province: cut(2), city: cut(4), county: cut(6) };
}

/** The six-digit code of the county as a number: the first one a county is entered under becomes its county_id. */
export function countyNumber(code: string): number {
  return Number(code.slice(0, 6));
}

/** City and county out of a 上级名称 such as `金寨县`, `六安市金寨县` or `安徽省六安市金寨县`. */
export function namesAbove(parentName: string, province: string): { city?: string; county: string } {
  const name = parentName.replace(/\s/g, '').replace(/(人民政府|双拥办|双拥工作领导小组办公室)$/, '');
  const rest = name.startsWith(province) && name !== province ? name.slice(province.length) : name;
  const match = /^(.{2,}?(?:市|自治州|盟|地区))(.{2,})$/.exec(rest);
  return match?.[1] && match[2] ? { city: match[1], county: match[2] } : { county: rest };
}
