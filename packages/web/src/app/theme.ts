import type { ThemeConfig } from 'antd';

const FONT =
  '"Microsoft YaHei UI", "Microsoft YaHei", "Source Han Sans SC", "Noto Sans CJK SC", "Noto Sans SC", "WenQuanYi Micro Hei", sans-serif';

const NORMAL = { s: 14, m: 16, l: 20, line: 22 / 14, control: 32, controlSmall: 28, header: 48, cell: 7 };
const LARGE = { s: 18, m: 20, l: 26, line: 28 / 18, control: 44, controlSmall: 44, header: 56, cell: 8 };

type Size = typeof NORMAL;

const COLOURS = {
  colorPrimary: '#1D4F91',
  colorLink: '#1D4F91',
  colorInfo: '#1D4F91',
  colorError: '#B42318',
  colorWarning: '#8A4B00',
  colorSuccess: '#1E6B3A',
  colorErrorBg: '#FEF3F2',
  colorWarningBg: '#FFF7E8',
  colorText: '#1F2329',
  colorTextSecondary: '#595F69',
  colorTextDescription: '#595F69',
  colorTextPlaceholder: '#595F69',
  colorBorder: '#868B93',
  colorBorderSecondary: '#E8E5DF',
  colorSplit: '#E8E5DF',
  colorBgLayout: '#FFFFFF',
  colorBgContainer: '#FFFFFF',
};

/** Flat and still: no shadows, round corners only on what is pressed or typed into. */
const SHAPES = {
  borderRadius: 4,
  borderRadiusSM: 4,
  borderRadiusLG: 0,
  boxShadow: 'none',
  boxShadowSecondary: 'none',
  boxShadowTertiary: 'none',
  motion: false,
};

function lettersOf(size: Size) {
  return {
    fontFamily: FONT,
    fontSize: size.s,
    fontSizeLG: size.m,
    fontSizeHeading3: size.l,
    lineHeight: size.line,
    fontWeightStrong: 600,
    controlHeight: size.control,
    controlHeightSM: size.controlSmall,
  };
}

function componentsOf(size: Size): NonNullable<ThemeConfig['components']> {
  return {
    Button: {
      defaultBorderColor: '#CFCBC3',
      defaultShadow: 'none',
      primaryShadow: 'none',
      dangerShadow: 'none',
    },
    Layout: {
      headerHeight: size.header,
      headerBg: '#9E1B1B',
      headerColor: '#FFFFFF',
      headerPadding: '0 24px',
    },
    Table: {
      cellPaddingBlock: size.cell,
      cellPaddingInline: 12,
      headerBg: '#FFFFFF',
      headerColor: '#595F69',
      headerSplitColor: 'transparent',
      borderColor: '#E8E5DF',
      rowHoverBg: '#F6F5F1',
      rowSelectedBg: '#EDF2F9',
    },
    Tabs: { itemColor: '#595F69', itemSelectedColor: '#1F2329', inkBarColor: '#1D4F91' },
  };
}

/** The tokens of styles/tokens.css for antd; 「大字」 changes sizes only. */
export function themeOf(large: boolean): ThemeConfig {
  const size = large ? LARGE : NORMAL;
  return { token: { ...COLOURS, ...lettersOf(size), ...SHAPES }, components: componentsOf(size) };
}
