import type { PromotionPartsFragment } from '@cambium/graphql';
import { formatMetric } from '@cambium/ui';
import Link from 'next/link';
import type { ReactElement } from 'react';
import classes from './list.module.css';

export interface PromotionBadgeProps {
  readonly experimentId: string;
  readonly promotion: PromotionPartsFragment;
  /** The metric that the row is about: any other one is named. */
  readonly metric: string | undefined;
}

/** The trial that the team has chosen, and what it is known by: `#12 promoted · 0.981 test_accuracy`. */
export function PromotionBadge({ experimentId, promotion, metric }: PromotionBadgeProps): ReactElement {
  const { trial, score, by } = promotion;
  return (
    <Link
      className={classes.promotion ?? ''}
      href={`/experiments/${experimentId}/trials/${trial.number}`}
      title={`Trial #${trial.number}, promoted by ${by}${score ? `: ${score.metric}` : ''}`}
    >
      #{trial.number} promoted{score ? ` · ${formatMetric(score.value)}` : ''}
      {score && score.metric !== metric ? ` ${score.metric}` : ''}
    </Link>
  );
}
