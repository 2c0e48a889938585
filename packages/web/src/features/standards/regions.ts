// Names of the thirty-one provinces by the first two digits of a region; narrower ones only where the law names them.
const PROVINCES =
  '11北京 12天津 13河北 14山西 15内蒙古 21辽宁 22吉林 23黑龙江 31上海 32江苏 33浙江 34安徽 35福建 36江西 37山东 41河南 42湖北 43湖南 44广东 45广西 46海南 50重庆 51四川 52贵州 53云南 54西藏 61陕西 62甘肃 63青海 64宁夏 65新疆';
const NAMES: Readonly<Record<string, string>> = {
  ...Object.fromEntries(PROVINCES.split(' ').map((one) => [`${one.slice(0, 2)}0000`, one.slice(2)])),
  ...{ '341602': '安徽亳州谯城', '350502': '福建泉州鲤城', '350583': '福建南安', '360426': '江西德安' },
  ...{ '370300': '山东淄博', '370830': '山东汶上' },
};

/** The levels a table of a place may speak for, widest first. */
export interface Level {
  readonly region: string;
  readonly label: string;
}

export function levelsOf(county: string): readonly Level[] {
  const province = `${county.slice(0, 2)}0000`;
  return [
    { region: '000000', label: '全国' },
    { region: province, label: `全省（${NAMES[province] ?? province}）` },
    { region: `${county.slice(0, 4)}00`, label: '全市' },
    { region: county, label: '本县（区）' },
  ];
}

/** A region as the office of a county calls it. */
export function regionName(region: string, county: string): string {
  if (region === '000000') return '全国';
  if (region === county) return '本县';
  if (region === `${county.slice(0, 4)}00` && NAMES[region] === undefined) return '本市';
  return NAMES[region] ?? (region === `${county.slice(0, 2)}0000` ? '本省' : region);
}

/** Whether a region lies around a county, or is it. */
export function isAround(region: string, county: string): boolean {
  return levelsOf(county).some((level) => level.region === region);
}
