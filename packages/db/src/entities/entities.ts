import { AlgorithmStateEntity } from './algorithm-state.entity.js';
import { ArtifactLinkEntity } from './artifact-link.entity.js';
import { AttemptEntity } from './attempt.entity.js';
import { EventEntity } from './event.entity.js';
import { ExperimentEntity } from './experiment.entity.js';
import { FrontMemberEntity } from './front-member.entity.js';
import { LoginLinkEntity } from './login-link.entity.js';
import { ReportEntity } from './report.entity.js';
import { RunnerEntity } from './runner.entity.js';
import { RunnerTokenEntity } from './runner-token.entity.js';
import { SessionEntity } from './session.entity.js';
import { TrialEntity } from './trial.entity.js';
import { UserEntity } from './user.entity.js';
import { WorkspaceEntity } from './workspace.entity.js';

/** Every table of Cambium's own; the queue's tables belong to pg-boss. */
export const entities = [
  WorkspaceEntity,
  UserEntity,
  SessionEntity,
  LoginLinkEntity,
  RunnerTokenEntity,
  RunnerEntity,
  ExperimentEntity,
  AlgorithmStateEntity,
  FrontMemberEntity,
  TrialEntity,
  AttemptEntity,
  ReportEntity,
  EventEntity,
  ArtifactLinkEntity,
] as const;
