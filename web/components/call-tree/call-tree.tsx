import styles from './call-tree.module.css';
import { asCall, type CallNode } from './parse';
import { ArgValue } from './value';

/** A call, a list that holds calls, or a plain value. */
const Argument = ({ type, value }: { type: string; value: unknown }) => {
  const call = asCall(value);
  if (call !== null) return <CallTree call={call} />;
  if (Array.isArray(value) && value.length > 0 && value.every((item) => asCall(item) !== null)) {
    return (
      <ol className={styles.calls}>
        {value.map((item, i) => {
          const nested = asCall(item);
          // biome-ignore lint/suspicious/noArrayIndexKey: the position in the batch is the call's name
          return nested && <li key={i}>{<CallTree call={nested} />}</li>;
        })}
      </ol>
    );
  }
  return <ArgValue type={type} value={value} />;
};

/** A call with its arguments; calls inside calls are laid in deeper layers. */
export const CallTree = ({ call }: { call: CallNode }) => (
  <div className={styles.call}>
    <strong className={styles.name}>
      {call.pallet}.{call.call}
    </strong>
    {call.args.length > 0 && (
      <dl className={styles.args}>
        {call.args.map((arg) => (
          <div key={arg.name} className={styles.arg}>
            <dt>
              {arg.name} <span className={styles.type}>{arg.type}</span>
            </dt>
            <dd>
              <Argument type={arg.type} value={arg.value} />
            </dd>
          </div>
        ))}
      </dl>
    )}
  </div>
);
