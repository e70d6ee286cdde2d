import Link from 'next/link';
import { Address } from '../../../components/address/address';
import { BlockRef } from '../../../components/block-ref/block-ref';
import { KeyValue } from '../../../components/keyvalue/keyvalue';
import { Panel, Section } from '../../../components/section/section';
import { formatInteger } from '../../../lib/format/quantity';
import { route } from '../../../lib/route';
import { text } from '../../../messages';
import type { AccountData } from './query';

const words = text.account.links;

/** The other accounts and pages that belong to this one: controller, stash, owner, members. */
export const Links = ({ account }: { account: AccountData }) => {
  const isNode = account.roles.includes('VALIDATOR') || account.roles.includes('OWNER');
  return (
    <Section title={words.title}>
      <Panel>
        <KeyValue
          pairs={[
            account.controller && account.controller !== account.address
              ? { name: words.controller, value: <Address address={account.controller} /> }
              : null,
            account.stash && account.stash !== account.address
              ? { name: words.stash, value: <Address address={account.stash} /> }
              : null,
            account.owner
              ? {
                  name: words.owner,
                  value: (
                    <Address
                      address={account.owner}
                      name={account.ownerAccount?.identityDisplay}
                      href={route.node(account.owner)}
                    />
                  ),
                }
              : null,
            isNode
              ? { name: words.node, value: <Link href={route.node(account.address)}>{words.nodePage}</Link> }
              : null,
            account.group
              ? {
                  name: words.members,
                  value: (
                    <Link href={`${route.node(account.address)}#grid`}>
                      {words.membersCount(formatInteger(account.group.memberCount))}
                    </Link>
                  ),
                }
              : null,
            account.guarantor?.isGuarantor
              ? {
                  name: words.guarantor,
                  value: <Link href={route.guarantor(account.address)}>{words.guarantorPage}</Link>,
                }
              : null,
            account.roles.includes('CLIENT')
              ? {
                  name: text.portfolio.link,
                  value: <Link href={route.portfolio(account.address)}>{text.portfolio.linkWords}</Link>,
                }
              : null,
            isNode || account.sworkIdentity
              ? { name: text.held.link, value: <Link href={route.held(account.address)}>{text.held.linkWords}</Link> }
              : null,
            { name: words.publicKey, value: <code>{account.publicKey}</code> },
            { name: words.freeBalance, value: words.freeBalanceNote },
            account.firstSeenBlock === null
              ? null
              : { name: words.firstSeen, value: <BlockRef block={account.firstSeenBlock} /> },
          ]}
        />
      </Panel>
    </Section>
  );
};
