/** A GPU, or a part of one, that a slot may be given. */
export interface CudaDevice {
  /** What CUDA_VISIBLE_DEVICES calls it: an index, or the UUID of a GPU or of a MIG part. */
  readonly id: string;
  readonly name: string;
}

const id = /^(\d+|(GPU|MIG)-[\w/-]+)$/;

/**
 * The devices that CUDA_VISIBLE_DEVICES leaves to this process, as CUDA reads it: up to the first entry that names none.
 * A scheduler such as Slurm hands GPUs out in this way, and none by an empty value.
 */
export function visibleCudaDevices(variable: string): CudaDevice[] {
  const entries = variable.split(',').map((entry) => entry.trim());
  const end = entries.findIndex((entry) => !id.test(entry));
  return entries
    .slice(0, end < 0 ? entries.length : end)
    .map((entry) => ({ id: entry, name: /^\d/.test(entry) ? `GPU ${entry}` : entry }));
}

/**
 * The devices of a machine by what `nvidia-smi --query-gpu=index,uuid --format=csv,noheader` prints. Named to CUDA by
 * UUID: its own indices begin with the fastest GPU, those of nvidia-smi follow the slots of the board.
 */
export function listedCudaDevices(table: string): CudaDevice[] {
  return table.split('\n').flatMap((line) => {
    const [index = '', uuid = ''] = line.split(',').map((cell) => cell.trim());
    return id.test(uuid) ? [{ id: uuid, name: `GPU ${index}` }] : [];
  });
}
