'use client';
import { EmptyState } from '@cambium/ui';
import Link from 'next/link';
import { useRouter, notFound } from 'next/navigation';
import { useSuspenseQuery } from '@apollo/client/react';
import { Foo } from './foo.js';
export default function Page() { console.log(useRouter, notFound, useSuspenseQuery); return <><EmptyState /><Foo/><Link href="/x">x</Link></>; }
