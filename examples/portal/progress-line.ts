interface Output {
  isTTY?: boolean;
  write: (text: string) => unknown;
}

/** Tells how a long import goes: one line that counts on a terminal, a line for each tenth elsewhere. */
export function progressLine(count: number, output: Output): (done: number) => void {
  const tenth = Math.max(1, Math.ceil(count / 10));
  const step = output.isTTY ? Math.max(1, Math.ceil(count / 200)) : tenth;
  return (done) => {
    if (count < 200 || (done % step !== 0 && done !== count)) return;
    const text = `Putting in ${count} demonstration orders: ${Math.floor((done / count) * 100)} %`;
    output.write(output.isTTY ? `\r${text}${done === count ? '\n' : ''}` : `${text}\n`);
  };
}
