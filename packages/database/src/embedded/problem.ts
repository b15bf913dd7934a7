/** Something about this machine stops us: its message is the sentence to show, and says how to go on. */
export class MachineProblem extends Error {
  override name = "MachineProblem"
}

const SENTENCES: Record<string, (path: string) => string> = {
  EACCES: (path) =>
    `${path} can't be written by this user. Choose another folder with --state FOLDER or CANDOUR_STATE.`,
  EPERM: (path) => `${path} can't be written by this user. Choose another folder with --state FOLDER or CANDOUR_STATE.`,
  ENOENT: (path) => `${path} can't be made. Choose another folder with --state FOLDER or CANDOUR_STATE.`,
  EROFS: (path) => `${path} is on a read-only disk. Choose another folder with --state FOLDER or CANDOUR_STATE.`,
  ENOSPC: (path) => `The disk that holds ${path} is full. Free 1 GB, or choose another folder with --state FOLDER.`,
  EDQUOT: (path) => `This user's quota on ${path} is used up. Free 1 GB, or choose another folder with --state FOLDER.`,
  ENOTDIR: (path) => `${path} is not a folder. Choose another one with --state FOLDER or CANDOUR_STATE.`,
  EEXIST: (path) => `${path} is not a folder. Choose another one with --state FOLDER or CANDOUR_STATE.`,
}

/** `error` of the file system as a {@link MachineProblem} about `path` where it is one; otherwise as it came. */
export function machineProblem(error: unknown, path: string): unknown {
  const sentence = SENTENCES[String((error as NodeJS.ErrnoException).code)]
  return sentence === undefined ? error : new MachineProblem(sentence(path), { cause: error })
}
