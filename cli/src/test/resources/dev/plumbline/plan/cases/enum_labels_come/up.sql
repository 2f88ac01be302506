ALTER TYPE "mood" ADD VALUE 'angry' BEFORE 'sad';

ALTER TYPE "mood" ADD VALUE 'calm' AFTER 'sad';

ALTER TYPE "mood" ADD VALUE 'elated';
