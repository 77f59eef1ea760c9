-- Up to which month a share of sales was held against its floor, and what was then asked in cash.
ALTER TABLE payout_shares ADD COLUMN floor_month TEXT NOT NULL DEFAULT '';
ALTER TABLE payout_shares ADD COLUMN floor_short INTEGER NOT NULL DEFAULT 0
  CONSTRAINT payout_share_short CHECK (floor_short >= 0);
-- The first month that counts is the one after the agreement.
UPDATE payout_shares SET floor_month = strftime('%Y-%m', agreed_at / 1000, 'unixepoch');
CREATE INDEX payout_shares_floor ON payout_shares (floor_month, id)
  WHERE ended_at IS NULL AND floor > 0;

-- What a group is told when its wish for money out of the reserve is decided.
ALTER TABLE reserve_withdrawals ADD COLUMN answer TEXT NOT NULL DEFAULT '';
