import type { Issue } from '@cambium/core';
import type { DatasetProblem } from '../../dataset.js';
import { isImageName, isJunk } from './file-names.js';
import type { SourceEntry } from './file-source.js';
import { inMebibytes, limits } from './limits.js';

export interface ClassedFile {
  readonly entry: SourceEntry;
  /** Index into the class names. */
  readonly label: number;
}

export interface ClassedFiles {
  readonly classNames: readonly string[];
  readonly files: readonly ClassedFile[];
  readonly problems: readonly DatasetProblem[];
}

const byName = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

/** Folders at the top are classes, in order of code points; images directly in them belong to them. */
export function sortIntoClasses(all: readonly SourceEntry[]): ClassedFiles {
  const entries = all.filter((entry) => !isJunk(entry.name)).sort((a, b) => byName(a.name, b.name));
  const classNames = [...new Set(entries.map(folderOf).filter((name) => name !== undefined))].sort(byName);
  const labels = new Map(classNames.map((name, label) => [name, label]));
  const files: ClassedFile[] = [];
  const problems: DatasetProblem[] = [];
  for (const entry of entries) {
    if (entry.isFolder) continue;
    const reason = reasonToLeaveOut(entry);
    const label = labels.get(folderOf(entry) ?? '');
    if (reason !== undefined) problems.push({ file: entry.name, reason });
    else if (label !== undefined) files.push({ entry, label });
  }
  return { classNames, files, problems };
}

/** The class folder that an entry is or is in. */
function folderOf({ name, isFolder }: SourceEntry): string | undefined {
  const slash = name.indexOf('/');
  if (slash >= 0) return name.slice(0, slash);
  return isFolder ? name : undefined;
}

function reasonToLeaveOut({ name, bytes }: SourceEntry): string | undefined {
  const depth = name.split('/').length;
  if (depth === 1) return 'is not in a class folder';
  if (depth > 2) return 'is in a folder inside a class folder';
  if (!isImageName(name)) return 'is not a png, jpeg, webp, gif, tiff or avif file';
  if (bytes > limits.fileBytes) {
    return `has ${inMebibytes(bytes)}, more than the ${inMebibytes(limits.fileBytes)} that are read`;
  }
  return undefined;
}

/** Why the files make no data set; empty when they do. */
export function classIssues({ classNames, files }: ClassedFiles, bytesPerImage: number): Issue[] {
  const issue = (code: string, message: string): Issue[] => [{ path: ['path'], code, message }];
  const layout = 'It must hold one folder per class with the images directly inside';
  if (classNames.length === 0) return issue('no-images', `the path has no folders. ${layout}`);
  if (files.length === 0) return issue('no-images', `the path has no images in its folders. ${layout}`);
  if (classNames.length === 1) {
    return issue('one-class', `there is only one class folder, "${classNames[0]}": at least two are needed. ${layout}`);
  }
  const counts = classNames.map((_, label) => files.filter((file) => file.label === label).length);
  const few = classNames.filter((_, label) => (counts[label] ?? 0) < 2).map((name) => `"${name}"`);
  if (few.length > 0) {
    const hint = 'Each needs two or more, one to train on and one to test on: add images or remove the folder';
    return issue('empty-class', `these class folders have no image or only one: ${few.join(', ')}. ${hint}`);
  }
  if (files.length * bytesPerImage > limits.decodedBytes) {
    const needed = `${files.length} images of ${bytesPerImage} bytes are ${inMebibytes(files.length * bytesPerImage)}`;
    const message = `${needed}, more than the ${inMebibytes(limits.decodedBytes)} that fit: choose a smaller size`;
    return [{ path: ['size'], code: 'too-large', message }];
  }
  return [];
}
