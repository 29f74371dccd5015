/** The zeros of other digits that keyboards give: Arabic, Persian. */
const otherZeros = [0x0660, 0x06f0];

/** Full-width characters and other digits as those of ASCII. */
export function inAscii(text: string): string {
  if (/^[ -~]*$/.test(text)) return text;
  return text.replace(/[\uff01-\uff5e\u0660-\u0669\u06f0-\u06f9]/g, (character) => {
    const unit = character.charCodeAt(0);
    if (unit >= 0xff01) return String.fromCharCode(unit - 0xfee0);
    const zero = otherZeros.find((each) => unit >= each && unit < each + 10) ?? unit;
    return String(unit - zero);
  });
}
