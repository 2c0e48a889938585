import { legacyLogicalPropertiesTransformer, StyleProvider } from '@ant-design/cssinjs';
import { ConfigProvider } from 'antd';
import zhCN from 'antd/locale/zh_CN';
import { type ReactNode, useLayoutEffect, useMemo } from 'react';
import { largeType, usePreference } from '../lib/preference.ts';
import { themeOf } from './theme.ts';

/** antd for old Chromium (no :where, no logical properties), in the house colours, in two sizes. */
export function Theme({ children }: { children: ReactNode }) {
  const large = usePreference(largeType);
  const theme = useMemo(() => themeOf(large), [large]);
  useLayoutEffect(() => {
    if (large) document.documentElement.dataset.size = 'large';
    else delete document.documentElement.dataset.size;
  }, [large]);
  return (
    <StyleProvider hashPriority="high" transformers={[legacyLogicalPropertiesTransformer]}>
      <ConfigProvider theme={theme} locale={zhCN} wave={{ disabled: true }}>
        {children}
      </ConfigProvider>
    </StyleProvider>
  );
}
