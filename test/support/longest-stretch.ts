/**
 * The longest time in milliseconds for which one piece of work blocked this thread.
 *
 * It is the most CPU time that this thread used between two turns of the event loop. CPU time does not depend on how busy
 * the machine is.
 */
export async function longestStretch(work: () => Promise<unknown>): Promise<number> {
  let longest = 0;
  let isRunning = true;
  let last = process.threadCpuUsage();
  const turn = (): void => {
    const { user, system } = process.threadCpuUsage(last);
    last = process.threadCpuUsage();
    longest = Math.max(longest, (user + system) / 1_000);
    if (isRunning) setImmediate(turn);
  };
  await immediate();
  setImmediate(turn);
  await immediate();
  longest = 0;
  await work();
  await immediate();
  await immediate();
  isRunning = false;
  return longest;
}

function immediate(): Promise<void> {
  return new Promise((resolve) => {
    setImmediate(resolve);
  });
}
