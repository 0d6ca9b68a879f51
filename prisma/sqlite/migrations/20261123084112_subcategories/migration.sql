-- AlterTable
ALTER TABLE "QuizSlot" ADD COLUMN "withSubcategories" BOOLEAN NOT NULL DEFAULT false;
