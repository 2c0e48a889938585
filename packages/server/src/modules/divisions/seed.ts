/** Names known without being told: all provinces, the cities of Anhui, and the municipalities' inner level. */
const PROVINCES: Readonly<Record<string, string>> = {
  11: '北京市',
  12: '天津市',
  13: '河北省',
  14: '山西省',
  15: '内蒙古自治区',
  21: '辽宁省',
  22: '吉林省',
  23: '黑龙江省',
  31: '上海市',
  32: '江苏省',
  33: '浙江省',
  34: '安徽省',
  35: '福建省',
  36: '江西省',
  37: '山东省',
  41: '河南省',
  42: '湖北省',
  43: '湖南省',
  44: '广东省',
  45: '广西壮族自治区',
  46: '海南省',
  50: '重庆市',
  51: '四川省',
  52: '贵州省',
  53: '云南省',
  54: '西藏自治区',
  61: '陕西省',
  62: '甘肃省',
  63: '青海省',
  64: '宁夏回族自治区',
  65: '新疆维吾尔自治区',
  71: '台湾省',
  81: '香港特别行政区',
  82: '澳门特别行政区',
};

const CITIES: Readonly<Record<string, string>> = {
  1101: '市辖区',
  1201: '市辖区',
  3101: '市辖区',
  5001: '市辖区',
  5002: '县',
  3401: '合肥市',
  3402: '芜湖市',
  3403: '蚌埠市',
  3404: '淮南市',
  3405: '马鞍山市',
  3406: '淮北市',
  3407: '铜陵市',
  3408: '安庆市',
  3410: '黄山市',
  3411: '滁州市',
  3412: '阜阳市',
  3413: '宿州市',
  3415: '六安市',
  3416: '亳州市',
  3417: '池州市',
  3418: '宣城市',
};

const COUNTIES: Readonly<Record<string, string>> = { 341524: '金寨县' };

/** The seeded name of a province, city or county by its twelve-digit code. */
export function seededName(level: 'province' | 'city' | 'county', code: string): string | undefined {
  if (level === 'province') return PROVINCES[code.slice(0, 2)];
  return level === 'city' ? CITIES[code.slice(0, 4)] : COUNTIES[code.slice(0, 6)];
}
