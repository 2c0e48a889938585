/** Says in Chinese what a file that is no zip package looks like, from its first bytes. */
export function describeText(head: Buffer): string {
  if (head.length === 0) return '文件是空的（0 字节）';
  const text = decodeText(head);
  if (text === undefined || hasControls(text)) return '认不出这个文件的格式';
  if (/<html|<table|<!doctype html/i.test(text)) return '这是网页格式的表格';
  if (/^\s*<\?xml/.test(text)) return '这是 XML 文本';
  if (/[,\t;]/.test(text)) return '这是 CSV 文本，只是名字改成了 xlsx';
  return '这是纯文本';
}

/** Strict UTF-8 first, then GB 18030; undefined when it is neither. The last bytes may be cut inside a character. */
function decodeText(head: Buffer): string | undefined {
  if (head[0] === 0xff && head[1] === 0xfe) return head.toString('utf16le');
  for (const encoding of ['utf-8', 'gb18030']) {
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(head, { stream: true });
    } catch {
      // not this encoding: the next one is tried
    }
  }
  return undefined;
}

function hasControls(text: string): boolean {
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code < 32 && code !== 9 && code !== 10 && code !== 13) return true;
  }
  return false;
}
