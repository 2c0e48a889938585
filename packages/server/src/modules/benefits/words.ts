// The roll's own words as the codes of the law.
export const CAUSE_CODES = { 因战: 'combat', 因公: 'duty', 因病: 'illness' } as const;
export const ERA_CODES = { 抗日战争: 'resistance', 解放战争: 'liberation', 建国后: 'afterFounding' } as const;
export const DEATH_CAUSE_CODES = { 因病: 'illness', 旧伤复发: 'oldWound', 其他: 'other' } as const;
export const RESIDENCE_CODES = { 城镇: 'urban', 农村: 'rural' } as const;
