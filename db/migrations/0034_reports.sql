-- A month of a book that is kept by what is earned is closed once the interest of every loan is in the books
-- up to its last day. Where some is missing the closing waits: the clock brings it in, some loans at a time,
-- and closes the month in the batch that finds none left.
ALTER TABLE lender_books ADD COLUMN closing TEXT;
ALTER TABLE lender_books ADD COLUMN closing_by TEXT REFERENCES people (id);
ALTER TABLE lender_books ADD COLUMN closing_at INTEGER;
CREATE INDEX lender_books_closing ON lender_books (closing_at, lender_id) WHERE closing IS NOT NULL;

-- Whose loan it is, so that those of one lender are found by an index.
ALTER TABLE loan_accruals ADD COLUMN lender_id TEXT REFERENCES organizations (id);
UPDATE loan_accruals SET lender_id = (SELECT l.lender_id FROM loans l WHERE l.id = loan_id);
CREATE INDEX loan_accruals_of_lender ON loan_accruals (lender_id, through, loan_id);
DROP TRIGGER loans_accrue;
CREATE TRIGGER loans_accrue AFTER INSERT ON loans WHEN NEW.basis = 'accrual' BEGIN
  INSERT INTO loan_accruals (loan_id, through, stopped, lender_id)
  VALUES (NEW.id, NEW.disbursed_on, 0, NEW.lender_id);
END;
