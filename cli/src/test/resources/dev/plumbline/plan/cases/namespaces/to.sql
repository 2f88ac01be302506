create schema young;
