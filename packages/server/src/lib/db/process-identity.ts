import { readFileSync, readlinkSync } from 'node:fs';
import { hostname } from 'node:os';

/** What tells one process from every other, also after its number has been given to another. */
export interface ProcessIdentity {
  pid: number;
  /** In clock ticks since the start of the machine; `null` where the system does not say. */
  startedAt: string | null;
  /** The machine, and on Linux its boot and the namespace in which `pid` counts: containers differ. */
  host: string;
}

const orNull = (read: () => string): string | null => {
  try {
    return read();
  } catch {
    return null;
  }
};

function startOf(pid: number): string | null {
  const stat = orNull(() => readFileSync(`/proc/${pid}/stat`, 'utf8'));
  // The second field is the program's name in parentheses, and may contain anything.
  return stat?.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? null;
}

/** The process that asks. */
export function thisProcess(): ProcessIdentity {
  const boot = orNull(() => readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim());
  const namespace = orNull(() => readlinkSync('/proc/self/ns/pid'));
  const host = [hostname(), boot, namespace].filter((part) => part !== null).join(' ');
  return { pid: process.pid, startedAt: startOf(process.pid), host };
}

/** Whether a process of this host is still running. */
export function isRunning({ pid, startedAt }: ProcessIdentity): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') return false;
  }
  const start = startOf(pid);
  return startedAt === null || start === null || start === startedAt;
}
