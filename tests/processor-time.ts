/**
 * Milliseconds of processor time that work took, whatever else this machine is doing. For texts made so that a careless
 * pattern takes minutes: the bound stands far above what is usual and far below what would hold up a server.
 */
export async function processorMs(work: () => unknown): Promise<number> {
  const began = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(began);
  return (user + system) / 1000;
}
