select '009_.sql';
