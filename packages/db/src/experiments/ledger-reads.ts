import type { ArtifactLink, Attempt, ExperimentEvent, FrontMember, Report, Trial } from '@cambium/core';
import { type EntityManager, MoreThan } from 'typeorm';
import { ArtifactLinkEntity, artifactFromRow } from '../entities/artifact-link.entity.js';
import { AttemptEntity } from '../entities/attempt.entity.js';
import { EventEntity, eventFromRow } from '../entities/event.entity.js';
import { FrontMemberEntity, frontMemberFromRow } from '../entities/front-member.entity.js';
import { ReportEntity } from '../entities/report.entity.js';
import { TrialEntity } from '../entities/trial.entity.js';
import { trialFromRow } from '../entities/trial-row.js';

/** Reads that the store and a transaction share; the manager says on which connection they run. */
export async function trialsOf(manager: EntityManager, experimentId: string): Promise<readonly Trial[]> {
  const rows = await manager.find(TrialEntity, { where: { experimentId }, order: { number: 'ASC' } });
  return rows.map(trialFromRow);
}

/** By number. */
export async function frontOf(manager: EntityManager, experimentId: string): Promise<readonly FrontMember[]> {
  const rows = await manager.find(FrontMemberEntity, { where: { experimentId }, order: { number: 'ASC' } });
  return rows.map(frontMemberFromRow);
}

export function attemptsOf(manager: EntityManager, trialId: string): Promise<readonly Attempt[]> {
  return manager.find(AttemptEntity, { where: { trialId }, order: { epoch: 'ASC' } });
}

export async function eventsAfter(
  manager: EntityManager,
  { experimentId, afterSeq, limit }: { experimentId: string; afterSeq: number; limit: number },
): Promise<readonly ExperimentEvent[]> {
  const rows = await manager.find(EventEntity, {
    where: { experimentId, seq: MoreThan(afterSeq) },
    order: { seq: 'ASC' },
    take: limit,
  });
  return rows.map(eventFromRow);
}

/** By attempt epoch, then step. */
export function reportsOf(manager: EntityManager, trialId: string): Promise<readonly Report[]> {
  return manager
    .createQueryBuilder(ReportEntity, 'r')
    .innerJoin('attempts', 'a', 'a.id = r.attempt_id')
    .where('r.trial_id = :trialId', { trialId })
    .orderBy('a.epoch', 'ASC')
    .addOrderBy('r.step', 'ASC')
    .getMany();
}

/** By name. */
export async function artifactsOf(manager: EntityManager, trialId: string): Promise<readonly ArtifactLink[]> {
  const rows = await manager.find(ArtifactLinkEntity, { where: { trialId }, order: { name: 'ASC' } });
  return rows.map(artifactFromRow);
}
