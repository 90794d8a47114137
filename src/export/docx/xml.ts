/** Text for XML: its five characters escaped, and the control characters that XML 1.0 cannot hold left out. */
export function escapeXml(text: string): string {
  return withoutControls(text).replace(/[&<>"']/g, (char) => `&#${char.charCodeAt(0)};`);
}

export function withoutControls(text: string): string {
  return text.replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '');
}
