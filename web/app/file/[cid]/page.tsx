import type { Metadata } from 'next';
import { BadInputPage } from '../../../components/problem/bad-input';
import { ProblemPage } from '../../../components/problem/problem';
import { alternates } from '../../../lib/follow/alternate';
import { shorten } from '../../../lib/format/quantity';
import { decodePart, readAt, type SearchParams } from '../../../lib/params';
import { route } from '../../../lib/route';
import { text } from '../../../messages';
import { FollowFile } from './follow';
import { loadFile } from './query';
import { FileView } from './view';

interface Props {
  params: Promise<{ cid: string }>;
  searchParams: SearchParams;
}

export const generateMetadata = async ({ params }: Props): Promise<Metadata> => {
  const cid = decodePart((await params).cid);
  const title = text.file.titleOf(cid === null ? '?' : shorten(cid, 10, 6));
  return cid === null
    ? { title }
    : { title, alternates: alternates(route.fileFeed(cid), route.fileCalendar(cid), title) };
};

const FilePage = async ({ params, searchParams }: Props) => {
  const cid = decodePart((await params).cid);
  const at = readAt(await searchParams);
  if (cid === null) return <BadInputPage sentence={text.search.notText} />;
  if (!at.ok) return <BadInputPage sentence={text.common.at.bad(at.text)} />;
  const answer = await loadFile(cid, at.block);
  if (!answer.ok) return <ProblemPage problem={answer.problem} />;
  const { file, status } = answer.data;
  return (
    <>
      <FileView file={file} profile={status.profile} at={at.block} />
      <FollowFile cid={file.cid} />
    </>
  );
};

export default FilePage;
