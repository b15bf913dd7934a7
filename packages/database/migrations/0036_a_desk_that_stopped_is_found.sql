-- Why: every figure says which desks let reports wait and record nothing, so that is asked with each page: without reading
-- what the cube holds of everything else. None of these has the count, which changes in place.
create index cube_of_unopened on cube (tenant, happened, recorded) where measure = 'unopened';
create index cube_of_unopened_by_recorded on cube (tenant, recorded) where measure = 'unopened';
create index cube_of_unopened_unfolded on cube (tenant) where measure = 'unopened' and slot >= 0;
